using Pathfinity.Cli.Soak;

namespace Pathfinity.Cli.Tests;

public sealed class SoakReportTests
{
    private const int Samples = 60;

    [Fact]
    public void What_grows_only_while_it_warms_up_is_flat()
    {
        var measures = SoakReport.Of(Run(minute => Sample(minute) with { ResidentMb = Math.Min(300, 100 + (20 * minute)) }));
        Assert.All(measures, measure => Assert.True(measure.Flat, measure.ToString()));
        Assert.Equal(5, measures.Length);
    }

    [Fact]
    public void A_saw_tooth_and_one_peak_are_flat() => Assert.All(
        SoakReport.Of(Run(minute => Sample(minute) with { HeapMb = 50 + (10 * (minute % 7)), LagMs = minute == 55 ? 9000 : 20 })),
        measure => Assert.True(measure.Flat, measure.ToString()));

    [Fact]
    public void What_goes_on_growing_is_named()
    {
        Grows("memory", minute => Sample(minute) with { ResidentMb = 100 + (2 * minute) });
        Grows("managed heap", minute => Sample(minute) with { HeapMb = 60 + (2 * minute) });
        Grows("handles", minute => Sample(minute) with { Handles = 90 + minute });
        Grows("lag", minute => Sample(minute) with { LagMs = 20 * minute });
        Grows("WAL", minute => Sample(minute) with { WalMb = minute * minute });
    }

    private static void Grows(string name, Func<int, SoakSample> sample) =>
        Assert.Equal(name, Assert.Single(SoakReport.Of(Run(sample)), measure => !measure.Flat).Name);

    private static List<SoakSample> Run(Func<int, SoakSample> sample) => [.. Enumerable.Range(0, Samples).Select(sample)];

    private static SoakSample Sample(int minute) => new(TimeSpan.FromMinutes(minute), 200, 60, 90, 20, 5 * minute);
}
