using NodaTime;
using Pathfinity.Curriculum;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Realism.Tests;

public sealed class TwinsTests
{
    private static readonly Release Release = LivedWorld.SmallRelease;

    [Fact]
    public void An_interval_is_that_of_students_t()
    {
        TwinPair[] pairs = [.. new[] { 1.0, 2.0, 3.0, 4.0, 5.0 }.Select((effect, i) => new TwinPair(i, 9, 9, effect, -1, -8))];
        var report = TwinReport.Of(pairs);

        Assert.Equal(3, report.Effect, 1e-9);
        Assert.Equal(3 - (2.776 * Math.Sqrt(2.5 / 5)), report.Low, 1e-9);
        Assert.Equal(3 + (2.776 * Math.Sqrt(2.5 / 5)), report.High, 1e-9);
        Assert.Throws<ArgumentException>(() => TwinReport.Of(pairs[..1]));
    }

    [Fact]
    public void The_treated_are_compared_with_their_twins_and_naively_with_others()
    {
        var math = Release.Skills[Enumerable.Range(0, Release.Skills.Length).First(i => Release.Syllabus.Skills[i].Subject == Subject.Math)].Number;
        var (with, without) = (new Rows(), new Rows());
        Grow(with, 1, 1800, 1860);
        Grow(without, 1, 1800, 1840);
        Grow(with, 2, 2000, 2100);
        Grow(without, 2, 2000, 2100);
        with.Interventions.Add(new InterventionRow(
            ActivityId.Of(1, 7), 3, 0, 0, DirectiveKind.Tutoring, DirectiveTrigger.Struggle, math, 20, 15, 300, 0));

        var pair = Twins.Compare(4, Release, with, without);

        Assert.Equal((4, 1, 1), (pair.Seed, pair.Treated, pair.Untreated));
        Assert.Equal(2, pair.Effect, 1e-9);
        Assert.Equal(-4, pair.Naive, 1e-9);
        Assert.Equal(-24, pair.NaiveLevel, 1e-9);
    }

    [Fact]
    [Trait("Tier", "full")]
    public async Task Interventions_help_and_look_worse_to_whoever_compares_within_one_world()
    {
        var pairs = new List<TwinPair>();
        for (var seed = 1; seed <= 5; seed++)
        {
            pairs.Add(await Twins.CompareAsync(
                LivedWorld.Spec(seed, 140), Release, SchoolCalendar.Number(new LocalDate(2026, 5, 8)), 2, CancellationToken.None));
        }
        var report = TwinReport.Of(pairs);

        Assert.True(report.Low > 0, $"{report}");
        Assert.True(report.Naive < report.Effect && report.NaiveLevel < 0, $"{report}");
    }

    /// <summary>A first and a last benchmark, in tenths of points.</summary>
    private static void Grow(Rows rows, int student, short first, short last)
    {
        foreach (var (window, score) in new[] { (1, first), (3, last) })
        {
            rows.Assessments.Add(new AssessmentRow(
                ActivityId.Of(student, window), window, AssessmentKind.Benchmark, Subject.Math, (byte)window, 0, -1, -1, 0, 0, 43, 22, score, 31));
        }
    }
}
