namespace Pathfinity.Realism.Tests;

public class MomentsTests
{
    [Fact]
    public void Gini_is_0_for_equals_and_high_for_one_who_has_all()
    {
        Assert.Equal(0, Moments.Gini([5, 5, 5, 5])!.Value, 6);
        Assert.Equal(0.75, Moments.Gini([0, 0, 0, 8])!.Value, 6);
        Assert.Null(Moments.Gini([0, 0]));
    }

    [Fact]
    public void Quantiles_lie_between_neighbours()
    {
        Assert.Equal(2.5, Moments.Median([4, 1, 2, 3]));
        Assert.Equal(1, Moments.Quantile([4, 1, 2, 3], 0));
        Assert.Null(Moments.Median([]));
    }

    [Fact]
    public void A_slope_weighs_its_points()
    {
        Assert.Equal(2, Moments.Slope([(0, 1, 1), (1, 3, 1), (2, 5, 1)])!.Value, 6);
        Assert.Equal(0, Moments.Slope([(0, 1, 100), (1, 1, 100), (2, 50, 0)])!.Value, 6);
    }

    [Fact]
    public void Correlation_and_skewness_know_their_ends()
    {
        Assert.Equal(-1, Moments.Correlation([(1, 3), (2, 2), (3, 1)])!.Value, 6);
        Assert.Null(Moments.Correlation([(1, 1), (1, 2), (1, 3)]));
        Assert.Equal(0, Moments.Skewness([1, 2, 3])!.Value, 6);
        Assert.Equal(0.5, Moments.TopTenth([10, 2, 1, 1, 1, 1, 1, 1, 1, 1])!.Value, 6);
    }
}
