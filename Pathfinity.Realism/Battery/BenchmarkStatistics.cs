using Pathfinity.Curriculum;

namespace Pathfinity.Realism;

/// <summary>What benchmarks show of a school year, on the scale of their norms.</summary>
internal static class BenchmarkStatistics
{
    private const int Autumn = 1;
    private const int Spring = 3;
    private const int StudentsMin = 30;
    private const int CellMin = 4;

    // Autumn mean, its deviation and the gain to spring, of the grades that the norms of 2025 publish; by ordinal.
    private static readonly Dictionary<(Subject Subject, byte Grade), (double Mean, double Deviation, double Gain)> Published = new()
    {
        [(Subject.Math, 1)] = (141, 12.3, 16.6), [(Subject.Math, 4)] = (184, 15.5, 15.1), [(Subject.Math, 6)] = (206, 16.2, 9.8),
        [(Subject.Math, 9)] = (222, 18.3, 6.8), [(Subject.Math, 11)] = (227, 18.6, 4.6),
        [(Subject.Ela, 1)] = (138, 9.4, 13.9), [(Subject.Ela, 4)] = (185, 18.3, 9.1), [(Subject.Ela, 6)] = (204, 17.5, 4.7),
        [(Subject.Ela, 9)] = (216, 17.0, 2.1), [(Subject.Ela, 11)] = (218, 18.0, 0.7),
    };

    public static readonly Statistic[] All =
    [
        new("benchmark.level", "Benchmarks begin at the norms", "Mean over the published grades and both subjects of autumn "
            + "scores less the norm's mean, in its deviations.",
            m => Cells(m.Log).ToList() is { Count: > 0 } cells
                ? cells.Average(c => (c.Pairs.Average(p => p.First) - c.Norm.Mean) / c.Norm.Deviation) : null,
            Breakdown.None, new Band(Cell.Everything, -0.35, 0.35, Sources.Nwea)),
        new("benchmark.spread", "Students of a grade differ", "Mean over the same of the scores' deviation over the norm's.",
            m => Cells(m.Log).ToList() is { Count: > 0 } cells
                ? cells.Average(c => Moments.Deviation([.. c.Pairs.Select(p => p.First)])!.Value / c.Norm.Deviation) : null,
            Breakdown.None, new Band(Cell.Everything, 0.80, 1.25, Sources.Nwea)),
        new("benchmark.gain", "What a year brings", "Gain from autumn to spring less the norm's, mean over the same, in points.",
            m => Cells(m.Log).ToList() is { Count: > 0 } cells
                ? cells.Average(c => c.Pairs.Average(p => p.Last - p.First) - c.Norm.Gain) : null,
            Breakdown.None, new Band(Cell.Everything, -1.6, 1.6, Sources.Nwea)),
        new("benchmark.gain.grades", "The young gain more", "Correlation over the same of the mean gain with the norm's.",
            m => Cells(m.Log).Select(c => (c.Pairs.Average(p => p.Last - p.First), c.Norm.Gain)).ToList() is { Count: >= 6 } cells
                ? Moments.Correlation(cells) : null,
            Breakdown.None, new Band(Cell.Everything, 0.80, 1, Sources.Nwea)),
        new("benchmark.gain.spread", "Not everybody gains the same", "Deviation of gains from autumn to spring about those of "
            + "grade and subject, in points.",
            m => Pairs(m.Log) is { Count: >= StudentsMin } pairs
                ? Moments.Deviation([.. Centred(pairs, p => p.Last - p.First).Select(c => c.Value)]) : null,
            Breakdown.Grades, new Band(Cell.Everything, 5.5, 10.5, null)),
        new("benchmark.retest", "Autumn foretells spring", "Correlation of autumn and spring scores, means of grade and "
            + "subject removed.",
            m => Pairs(m.Log) is { Count: >= StudentsMin } pairs
                ? Moments.Correlation([.. Centred(pairs, p => p.First).Zip(Centred(pairs, p => p.Last), (a, b) => (a.Value, b.Value))])
                : null,
            Breakdown.Grades, new Band(Cell.Everything, 0.82, 0.92, Sources.NweaReliability)),
        new("benchmark.error", "Standard error of a score", "Mean standard error, in points.",
            m => m.Log.Benchmarks.Length < StudentsMin ? null : m.Log.Benchmarks.Average(b => b.Error), Breakdown.None,
            new Band(Cell.Everything, 2.8, 3.6, Sources.NweaReliability)),
        new("benchmark.reliability", "Scores are reliable", "One less the mean squared standard error over the variance about "
            + "the means of grade, subject and window.",
            m => Reliability(m.Log), Breakdown.Grades, new Band(Cell.Everything, 0.92, 0.985, Sources.NweaReliability)),
        new("benchmark.subjects", "Mathematics goes with reading in benchmarks", "Correlation of a student's scores in both, "
            + "one window, means of grade removed.",
            m => Subjects(m.Log), Breakdown.Grades, new Band(Cell.Everything, 0.66, 0.85, Sources.Nwea)),
        new("class.benchmark", "Classes are sorted", "Intraclass correlation of scores by class within grade and window.",
            m => Moments.Intraclass([.. m.Log.Benchmarks.Where(b => b.Classroom >= 0)
                .Select(b => (b.Score, Class: (long)b.Classroom, Group: (b.Window * 1000L) + (b.Grade * 10) + (int)b.Subject))]),
            Breakdown.None, new Band(Cell.Everything, 0, 0.50, null)),
    ];

    /// <summary>Students with both scores of a subject.</summary>
    private static List<(byte Grade, Subject Subject, double First, double Last)> Pairs(Log log) =>
    [
        .. log.Benchmarks.GroupBy(b => (b.Student, b.Subject, b.Grade))
            .Where(own => own.Any(b => b.Window == Autumn) && own.Any(b => b.Window == Spring))
            .Select(own => (own.Key.Grade, own.Key.Subject, own.First(b => b.Window == Autumn).Score, own.Last(b => b.Window == Spring).Score)),
    ];

    private static IEnumerable<((double Mean, double Deviation, double Gain) Norm, List<(double First, double Last)> Pairs)> Cells(Log log) =>
        Pairs(log).GroupBy(p => (p.Subject, p.Grade)).Where(own => own.Count() >= CellMin && Published.ContainsKey(own.Key))
            .Select(own => (Published[own.Key], own.Select(p => (p.First, p.Last)).ToList()));

    private static List<(int Place, double Value)> Centred(
        List<(byte Grade, Subject Subject, double First, double Last)> pairs,
        Func<(byte Grade, Subject Subject, double First, double Last), double> of)
    {
        var means = pairs.GroupBy(p => (p.Grade, p.Subject)).ToDictionary(own => own.Key, own => own.Average(of));
        return [.. pairs.Select((p, i) => (i, of(p) - means[(p.Grade, p.Subject)]))];
    }

    private static double? Reliability(Log log)
    {
        if (log.Benchmarks.Length < StudentsMin)
        {
            return null;
        }
        var cells = log.Benchmarks.GroupBy(b => (b.Grade, b.Subject, b.Window)).Where(own => own.Count() >= 2).ToList();
        var (squares, free) = (0.0, 0);
        foreach (var own in cells)
        {
            squares += Moments.Variance([.. own.Select(b => b.Score)])!.Value * (own.Count() - 1);
            free += own.Count() - 1;
        }
        return free < StudentsMin || squares == 0 ? null : 1 - (log.Benchmarks.Average(b => b.Error * b.Error) / (squares / free));
    }

    private static double? Subjects(Log log)
    {
        var means = log.Benchmarks.GroupBy(b => (b.Grade, b.Subject, b.Window)).ToDictionary(own => own.Key, own => own.Average(b => b.Score));
        double Own(LogBenchmark b) => b.Score - means[(b.Grade, b.Subject, b.Window)];
        var both = log.Benchmarks.GroupBy(b => (b.Student, b.Window, b.Grade))
            .Where(own => own.Any(b => b.Subject == Subject.Math) && own.Any(b => b.Subject == Subject.Ela))
            .Select(own => (Own(own.First(b => b.Subject == Subject.Math)), Own(own.First(b => b.Subject == Subject.Ela)))).ToList();
        return both.Count < StudentsMin ? null : Moments.Correlation(both);
    }
}
