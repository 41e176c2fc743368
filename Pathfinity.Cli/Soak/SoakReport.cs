using System.Collections.Immutable;

namespace Pathfinity.Cli.Soak;

/// <summary>One measure of a soak after warm-up.</summary>
/// <param name="Early">Median of the earlier half.</param>
/// <param name="Late">Median of the later half.</param>
/// <param name="Most">The highest sample.</param>
/// <param name="Flat">Whether it has not grown.</param>
internal sealed record SoakMeasure(string Name, string Unit, double Early, double Late, double Most, bool Flat);

/// <summary>
/// Says whether a live process is flat. The first third of the samples is warm-up: pools fill, code is compiled, the
/// server reaches its cache. Of the rest the halves are compared, by medians, so that neither a moment's peak nor the
/// saw-tooth of collections decides.
/// </summary>
internal static class SoakReport
{
    public const int SamplesLeast = 12;

    /// <summary>What a measure may grow by and still be flat: a tenth, or this much where it is small.</summary>
    private const double Growth = 0.10;
    private const double MemoryMb = 16;
    private const double Handles = 6;
    private const double LagMs = 100;
    private const double WalMbPerMinute = 2;

    public static ImmutableArray<SoakMeasure> Of(IReadOnlyList<SoakSample> samples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples.Count, SamplesLeast);
        var warm = samples.Skip(samples.Count / 3).ToArray();
        return
        [
            Measure("memory", "MB", MemoryMb, warm, sample => sample.ResidentMb),
            Measure("managed heap", "MB", MemoryMb, warm, sample => sample.HeapMb),
            Measure("handles", "", Handles, warm, sample => sample.Handles),
            Measure("lag", "ms", LagMs, warm, sample => sample.LagMs),
            Wal(warm),
        ];
    }

    private static SoakMeasure Measure(
        string name, string unit, double least, SoakSample[] samples, Func<SoakSample, double> value)
    {
        var values = Array.ConvertAll(samples, sample => value(sample));
        var half = values.Length / 2;
        return Judge(name, unit, least, Median(values[..half]), Median(values[half..]), values.Max());
    }

    // By halves and not by samples: a day's end writes more than a lesson.
    private static SoakMeasure Wal(SoakSample[] samples)
    {
        var half = samples.Length / 2;
        var (early, late) = (Rate(samples[0], samples[half]), Rate(samples[half], samples[^1]));
        return Judge("WAL", "MB/min", WalMbPerMinute, early, late, Math.Max(early, late));
    }

    private static double Rate(in SoakSample from, in SoakSample to) => (to.WalMb - from.WalMb) / (to.At - from.At).TotalMinutes;

    private static SoakMeasure Judge(string name, string unit, double least, double early, double late, double most) =>
        new(name, unit, early, late, most, late - early <= Math.Max(least, Growth * early));

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
