using Pathfinity.Content.Checks;
using Pathfinity.Content.Review;

namespace Pathfinity.Content.Tests;

public class SamplingPlanTests
{
    private static readonly IReadOnlyList<Question> Questions =
        [.. Samples.Catalogue.Questions.GroupBy(q => q.Model).MaxBy(own => own.Count())!.Take(200)];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(15, 2)]
    [InlineData(16, 3)]
    [InlineData(500, 13)]
    [InlineData(501, 20)]
    [InlineData(10_001, 50)]
    public void The_sample_follows_the_size_of_the_lot(int lot, int sample) => Assert.Equal(sample, SamplingPlan.Default.SampleOf(lot));

    [Fact]
    public void A_lot_in_which_a_fifth_is_bad_seldom_passes() => Assert.InRange(SamplingPlan.Default.Passes(200, 0.2), 0, 0.06);

    [Fact]
    public void A_sound_lot_is_accepted_and_one_with_planted_faults_is_not()
    {
        var sound = Lot.Inspect(Questions, SamplingPlan.Default, _ => null);
        Assert.True(sound.Accepted);
        Assert.InRange(sound.Sample.Length, SamplingPlan.Default.SampleOf(Questions.Count), SamplingPlan.Default.SampleOf(Questions.Count) + 4);

        var bad = Questions.Where((_, i) => i % 3 == 0).Select(q => q.Id).ToHashSet();
        var refused = Lot.Inspect(Questions, SamplingPlan.Default, q => bad.Contains(q.Id) ? new Finding("proof", q.Id, "planted") : null);
        Assert.False(refused.Accepted);
        Assert.Contains("planted", refused.Reason);
    }

    [Fact]
    public void The_same_lot_gives_the_same_sample_and_the_extremes_are_in_it()
    {
        var first = Lot.Inspect(Questions, SamplingPlan.Default, _ => null);
        Assert.Equal(first.Sample.Select(q => q.Id), Lot.Inspect(Questions, SamplingPlan.Default, _ => null).Sample.Select(q => q.Id));
        Assert.Contains(first.Sample, q => q.Words == Questions.Max(own => own.Words));
        Assert.Contains(first.Sample, q => q.Words == Questions.Min(own => own.Words));
    }
}
