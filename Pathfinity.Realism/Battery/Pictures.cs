using System.Collections.Immutable;
using Pathfinity.Determinism;

namespace Pathfinity.Realism;

/// <summary>Curves of the log beside what real logs show.</summary>
/// <param name="X">What the horizontal axis counts.</param>
/// <param name="Y">What the vertical axis counts.</param>
/// <param name="Percent">Whether the vertical axis is a share.</param>
public sealed record Picture(
    string Name, string Title, string X, string Y, bool Percent, ImmutableArray<Curve> Curves);

/// <param name="Real">From public logs, or what they follow, rather than from this log.</param>
public sealed record Curve(string Title, bool Real, ImmutableArray<Dot> Dots);

public readonly record struct Dot(double X, double Y);

/// <summary>Draws the log's curves; one that the log has too little for is left out.</summary>
internal static class Pictures
{
    private const int Tries = 10;
    private const int Lags = 6;
    private const int RunsMin = 50;
    private const double QuarterMs = 900_000;

    public static ImmutableArray<Picture> Of(Log log) =>
    [
        .. new[] { LearningCurve(log), Memory(log), Times(log), Shares(log), Clock(log), Lengths(log) }
            .OfType<Picture>(),
    ];

    private static Picture? LearningCurve(Log log)
    {
        var runs = log.Sequences().Where(run => run[0].Opportunity == 1).ToList();
        var own = Enumerable.Range(0, Tries).Select(t => (Try: t, Runs: runs.Where(run => run.Length > t).ToList()))
            .Where(at => at.Runs.Count >= RunsMin)
            .Select(at => new Dot(at.Try + 1, at.Runs.Average(run => run[at.Try].Correct ? 1.0 : 0)));
        return Drawn("learning", "Right answers by opportunity", "opportunity at the skill", "right", percent: true,
            new("this log", false, [.. own]),
            Published("ASSISTments 2009", 0.613, 0.44, 0.077), Published("ASSISTments 2015", 0.662, 0.23, 0.112));
    }

    /// <summary>A published first try, jump to the second and additive factors slope, as a curve.</summary>
    private static Curve Published(string title, double first, double jump, double slope) => new(
        title, true,
        [.. Enumerable.Range(1, Tries).Select(t => new Dot(t, Moments.Logistic(
            Moments.Logit(first) + (t > 1 ? jump - slope : 0) + (slope * (t - 1)))))]);

    private static Picture? Memory(Log log)
    {
        var pairs = Enumerable.Range(0, Lags).Select(_ => new List<(double, double)>()).ToArray();
        var student = log.Attempts.GroupBy(a => a.Student).ToDictionary(own => own.Key, own => own.Average(Right));
        var skill = log.Attempts.GroupBy(a => a.Skill).ToDictionary(own => own.Key, own => own.Average(Right));
        double Rest(LogAttempt a) => Right(a) - student[a.Student] - skill[a.Skill];
        foreach (var run in log.Sequences())
        {
            for (var lag = 1; lag <= Lags; lag++)
            {
                for (var i = lag; i < run.Length; i++)
                {
                    pairs[lag - 1].Add((Rest(run[i - lag]), Rest(run[i])));
                }
            }
        }
        var own = pairs.Select((found, i) => (Lag: i + 1, found)).Where(at => at.found.Count >= RunsMin)
            .Select(at => new Dot(at.Lag, Moments.Correlation(at.found) ?? 0));
        return Drawn("memory", "What one answer tells of later ones", "answers later, same skill", "correlation", percent: false,
            new("this log", false, [.. own]), new("ASSISTments 2009 and 2015", true, [new(1, 0.144), new(1, 0.132)]),
            new("a static model", true, [new(1, 0), new(Lags, 0)]));
    }

    private static Picture? Times(Log log)
    {
        var logs = log.Attempts.Where(a => a.ResponseMs > 0).Select(a => Math.Log(a.Seconds)).ToList();
        if (logs.Count < 500 || Moments.Deviation(logs) is not { } deviation)
        {
            return null;
        }
        var mean = logs.Average();
        return Drawn("times", "How long answers take", "seconds (logarithmic)", "share of answers", percent: true,
            new("this log", false, Density(logs, 0, 6, 0.2)),
            new("log-normal of the same mean and spread (van der Linden 2006)", true,
                [.. Steps(0, 6, 0.2).Select(x => new Dot(x, 0.2 * Bell(x, mean, deviation)))]));
    }

    private static Picture? Shares(Log log)
    {
        var counts = log.Attempts.GroupBy(a => a.Student).Select(own => (double)own.Count()).Order().ToArray();
        var (total, sum) = (counts.Sum(), 0.0);
        var every = Math.Max(1, counts.Length / 40);
        var own = counts.Select((count, i) => new Dot((i + 1.0) / counts.Length, (sum += count) / total))
            .Where((_, i) => i % every == 0 || i == counts.Length - 1);
        return Drawn("shares", "Who does the work", "students, the least active first", "share of attempts", percent: true,
            new("this log", false, [new(0, 0), .. own]), Lorenz("ASSISTments 2009, Gini .65", 1.32),
            Lorenz("ASSISTments 2015, Gini .44", 0.82));
    }

    /// <summary>The Lorenz curve of a log-normal of this deviation.</summary>
    private static Curve Lorenz(string title, double deviation) => new(
        title, true,
        [new(0, 0), .. Steps(0.02, 0.98, 0.04).Select(p => new Dot(p, NormalShare(Quantile.Normal(p) - deviation))), new(1, 1)]);

    private static Picture? Clock(Log log)
    {
        var starts = log.Sessions.Where(s => s.Attempts > 0).GroupBy(s => Math.Floor(s.StartedAt % Log.DayMs / QuarterMs))
            .ToDictionary(at => at.Key, at => at.Count());
        var all = (double)starts.Values.Sum();
        return Drawn("clock", "When sessions begin", "hour of the day", "share of sessions", percent: true,
            new Curve("this log", false, [.. Enumerable.Range(24, 68).Select(quarter =>
                new Dot(quarter / 4.0, starts.GetValueOrDefault(quarter) / all))]));
    }

    private static Picture? Lengths(Log log)
    {
        var logs = log.Sessions.Where(s => s.Attempts > 0 && s.Minutes > 0.5).Select(s => Math.Log(s.Minutes)).ToList();
        if (logs.Count < 200 || Moments.Deviation(logs) is not { } deviation)
        {
            return null;
        }
        var mean = logs.Average();
        var minutes = logs.ConvertAll(Math.Exp);
        return Drawn("lengths", "How long sessions last", "minutes", "share of sessions", percent: true,
            new("this log", false, Density(minutes, 0, 70, 2)),
            new("log-normal of the same mean and spread, which bells cut off", true, [.. Steps(1, 70, 1)
                .Select(x => new Dot(x, 2 * Bell(Math.Log(x), mean, deviation) / x))]));
    }

    private static Picture? Drawn(string name, string title, string x, string y, bool percent, params Curve[] curves) =>
        curves[0].Dots.Length < 3 ? null : new Picture(name, title, x, y, percent, [.. curves]);

    private static double Right(LogAttempt a) => a.Correct ? 1 : 0;

    private static ImmutableArray<Dot> Density(List<double> values, double low, double high, double width)
    {
        var bins = new int[(int)Math.Ceiling((high - low) / width)];
        foreach (var value in values)
        {
            var bin = (int)Math.Floor((value - low) / width);
            if (bin >= 0 && bin < bins.Length)
            {
                bins[bin]++;
            }
        }
        return [.. bins.Select((count, i) => new Dot(low + ((i + 0.5) * width), count / (double)values.Count))];
    }

    private static IEnumerable<double> Steps(double low, double high, double width) =>
        Enumerable.Range(0, (int)Math.Round((high - low) / width) + 1).Select(i => low + (i * width));

    private static double Bell(double x, double mean, double deviation) =>
        Math.Exp(-0.5 * Math.Pow((x - mean) / deviation, 2)) / (deviation * Math.Sqrt(2 * Math.PI));

    /// <summary>Share of a standard normal below x, by its density's sum (Abramowitz and Stegun 26.2.17).</summary>
    private static double NormalShare(double x)
    {
        var t = 1 / (1 + (0.2316419 * Math.Abs(x)));
        var tail = Bell(x, 0, 1) * t * (0.319381530 + (t * (-0.356563782
            + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return x >= 0 ? 1 - tail : tail;
    }
}
