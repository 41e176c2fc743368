namespace Pathfinity.Realism.Tests;

public class ControlTests
{
    private static readonly RealismReport Naive = Battery.Run(NaiveLog.Make(seed: 3, students: 140));

    [Fact]
    public void The_naive_generator_fails_at_least_half_of_the_battery()
    {
        Assert.False(Naive.Ok);
        Assert.True(Naive.Failed * 2 >= Naive.Statistics.Length, $"It fails {Naive.Failed} of {Naive.Statistics.Length}.");
    }

    [Fact]
    public void At_least_36_statistics_have_a_source() => Assert.True(
        Battery.Statistics.Count(statistic => statistic.Bands.Any(band => band.Source is not null)) >= 36);

    [Fact]
    public void Every_statistic_says_what_it_is_and_how_it_is_computed() => Assert.All(Battery.Statistics, statistic =>
    {
        Assert.Matches("^[a-z0-9.]+$", statistic.Name);
        Assert.NotEmpty(statistic.Title);
        Assert.EndsWith(".", statistic.How, StringComparison.Ordinal);
        Assert.All(statistic.Bands, band => Assert.True(band.Low < band.High));
        Assert.All(statistic.Bands, band => Assert.Contains(Cell.Cells, cell => cell.Name == band.Cell));
    });

    [Fact]
    public void No_two_statistics_share_a_name() =>
        Assert.Equal(Battery.Statistics.Length, Battery.Statistics.Select(statistic => statistic.Name).Distinct().Count());

    [Fact]
    public void An_assumed_band_gates_nothing()
    {
        Assert.All(Naive.Statistics, finding => Assert.NotNull(finding.Source));
        Assert.All(Naive.Assumed, finding => Assert.False(finding.Gates));
        Assert.Equal(Naive.Statistics.Length, Naive.Passed + Naive.Failed);
    }

    [Fact]
    public void The_same_log_gives_the_same_findings() => Assert.Equal(
        Battery.Run(NaiveLog.Make(seed: 4, students: 28)).Statistics.Select(f => f.Value),
        Battery.Run(NaiveLog.Make(seed: 4, students: 28)).Statistics.Select(f => f.Value));
}
