using System.Collections.Immutable;

namespace Pathfinity.Realism;

/// <summary>What the battery found in a log.</summary>
/// <param name="Statistics">Those whose bands have a source; they decide.</param>
/// <param name="Assumed">The same and others by regime, grade band and question kind, beside assumed bands.</param>
/// <param name="Undetermined">Names of statistics with a source of which the log has too little.</param>
public sealed record RealismReport(
    ImmutableArray<Measurement> Statistics, ImmutableArray<Measurement> Assumed, ImmutableArray<string> Undetermined,
    ImmutableArray<Picture> Pictures, int Students, int Attempts)
{
    public int Passed => Statistics.Count(finding => finding.Passed);

    public int Failed => Statistics.Length - Passed;

    /// <summary>Whether every statistic lies in its band, and there was enough to tell at least some.</summary>
    public bool Ok => Failed == 0 && Passed > 0;
}

/// <summary>The statistics of behaviour, each beside its band.</summary>
public static class Battery
{
    private const int Digits = 4;

    internal static readonly Statistic[] Statistics =
    [
        .. AnsweringStatistics.All, .. PracticeStatistics.All, .. TimingStatistics.All, .. HelpStatistics.All,
        .. SittingStatistics.All, .. WillingnessStatistics.All, .. AttendanceStatistics.All, .. SchoolStatistics.All,
        .. BenchmarkStatistics.All, .. CareerStatistics.All,
    ];

    /// <summary>Computes everything from the raw log.</summary>
    public static RealismReport Run(Log log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var own = new List<Measurement>();
        var assumed = new List<Measurement>();
        var undetermined = new List<string>();
        foreach (var cell in Cell.Cells)
        {
            var measures = new Measures(cell.Cut(log));
            foreach (var statistic in Statistics.Where(s => Tells(s, cell)))
            {
                var band = statistic.In(cell.Name);
                if (statistic.Value(measures) is { } value && double.IsFinite(value))
                {
                    var finding = new Measurement(
                        statistic.Name, cell.Name, statistic.Title, Math.Round(value, Digits), band.Low, band.High, band.Source,
                        statistic.How);
                    (finding.Gates ? own : assumed).Add(finding);
                }
                else if (band.Source is not null)
                {
                    undetermined.Add(statistic.Name);
                }
            }
        }
        return new RealismReport(
            [.. InOrder(own)], [.. InOrder(assumed)], [.. undetermined], Pictures.Of(log), log.Students, log.Attempts.Length);
    }

    private static bool Tells(Statistic statistic, Cell cell) =>
        (statistic.Breakdown & cell.Kind) != 0 || Array.Exists(statistic.Bands, band => band.Cell == cell.Name);

    private static IEnumerable<Measurement> InOrder(IEnumerable<Measurement> findings) =>
        findings.OrderBy(finding => Array.FindIndex(Statistics, statistic => statistic.Name == finding.Name));
}
