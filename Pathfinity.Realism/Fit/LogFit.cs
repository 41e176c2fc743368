using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Pathfinity.Curriculum;
using Pathfinity.Learning;
using Pathfinity.Simulation;
using Pathfinity.Storage;

namespace Pathfinity.Realism;

/// <summary>What a log told of one constant of the model.</summary>
/// <param name="Value">What the spec has; the model's own where the log could not tell.</param>
/// <param name="Log">The statistic of the log; null where it has none.</param>
/// <param name="Made">The same of a world made from the spec.</param>
/// <param name="Needs">What a log must have to tell it.</param>
public sealed record Fitted(string Key, string Title, double Value, double? Log, double? Made, string Needs)
{
    public bool Determined => Log is not null;
}

/// <summary>Students of some grades, none so few that they could be told apart.</summary>
public sealed record FittedCell(string Grades, int Students, double Right, double AttemptsOfStudent);

/// <summary>A world's spec learned from a log, and what the log could tell and could not.</summary>
public sealed record FitReport(
    WorldSpec Spec, ImmutableArray<Fitted> Constants, ImmutableArray<FittedCell> Cells, int Students, int Attempts)
{
    /// <summary>The spec as YAML, with what it rests on as comments.</summary>
    public string Yaml()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Learned from a log of {Students} students and {Attempts} attempts.\n");
        text.Append(CultureInfo.InvariantCulture, $"# Told by the log: {Keys(Constants.Where(c => c.Determined))}.\n");
        text.Append(CultureInfo.InvariantCulture, $"# Not told, the model's own: {Keys(Constants.Where(c => !c.Determined))}.\n");
        return text.Append(WorldSpecYaml.Write(Spec)).ToString();
    }

    private static string Keys(IEnumerable<Fitted> constants) =>
        string.Join(", ", constants.Select(c => c.Key).DefaultIfEmpty("nothing"));
}

/// <summary>
/// Learns a spec from a log: worlds are made from a spec, measured as the log was, and the spec is moved until they
/// agree (indirect inference; Gourieroux, Monfort and Renault 1993). So what the platform does to behaviour, such as its
/// bells and its guess floors, is in both.
/// </summary>
public static class LogFit
{
    /// <summary>Fewer students than this are told with others or not at all.</summary>
    public const int CellMin = 20;

    private const int Rounds = 5;
    private const int StudentsMax = 210;
    private const int StudentsLeast = 84;
    private const int WeeksMax = 16;
    private const long Seed = 1;

    /// <param name="release">The catalogue on which worlds are made.</param>
    /// <param name="zone">The zone of the log's schools.</param>
    /// <exception cref="BadInputException">There are fewer than 20 students in the log.</exception>
    public static async Task<FitReport> RunAsync(
        Log log, Release release, string zone, int threads, IProgress<int>? rounds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (log.Students < CellMin)
        {
            throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture, $"the log has {log.Students} students; fewer than {CellMin} could be told apart"));
        }
        var measures = new Measures(log);
        var wanted = Array.ConvertAll(Knobs.All, knob => Finite(knob.Statistic(measures)));
        var first = SchoolCalendar.Date(log.Attempts.Min(a => a.Day));
        var spec = new WorldSpec { Seed = Seed, From = first, Students = Math.Max(14, log.Students), Zone = zone };
        double?[] made = [];
        for (var round = 0; round <= Rounds; round++)
        {
            rounds?.Report(round);
            var world = new Measures(await MakeAsync(spec, log, release, threads, cancellation));
            made = Array.ConvertAll(Knobs.All, knob => Finite(knob.Statistic(world)));
            if (round < Rounds)
            {
                spec = spec with { Model = Turned(spec.Model, wanted, made) };
            }
        }
        return new FitReport(
            spec, [.. Knobs.All.Select((knob, i) => new Fitted(knob.Key, knob.Title, knob.Get(spec.Model), wanted[i], made[i], knob.Needs))],
            Cells(log), log.Students, log.Attempts.Length);
    }

    private static double? Finite(double? value) => value is { } v && double.IsFinite(v) ? v : null;

    private static ModelParameters Turned(ModelParameters model, double?[] wanted, double?[] made)
    {
        for (var i = 0; i < Knobs.All.Length; i++)
        {
            if (wanted[i] is { } log && made[i] is { } world)
            {
                model = Knobs.All[i].Turn(model, log, world);
            }
        }
        return Rounded(model);
    }

    private static ModelParameters Rounded(ModelParameters model) =>
        Knobs.All.Aggregate(model, (now, knob) => knob.Set(now, Math.Round(knob.Get(now), 4)));

    /// <summary>A world made from the spec, as long as the log, and of it the grades that the log has.</summary>
    private static async Task<Log> MakeAsync(
        WorldSpec spec, Log log, Release release, int threads, CancellationToken cancellation)
    {
        var (first, last) = (log.Attempts.Min(a => a.Day), log.Attempts.Max(a => a.Day));
        var own = spec with { Students = Math.Clamp(log.Students, StudentsLeast, StudentsMax) };
        var through = Math.Min(Math.Max(last, first + 13), first + (7 * WeeksMax));
        var rows = await MemoryWorld.LiveAsync(own, release, through, threads, cancellation);
        var grades = log.Attempts.Select(a => a.Grade).ToHashSet();
        var world = WorldLog.Of(own, [release], rows);
        return grades.Contains(byte.MaxValue) ? world : world.Where(_ => true, grades.Contains, _ => true);
    }

    /// <summary>Grades, merged with the next until each cell has enough students.</summary>
    private static ImmutableArray<FittedCell> Cells(Log log)
    {
        var cells = new List<List<LogAttempt>>();
        foreach (var grade in log.Attempts.GroupBy(a => a.Grade).OrderBy(own => own.Key))
        {
            if (cells.Count > 0 && Students(cells[^1]) < CellMin)
            {
                cells[^1].AddRange(grade);
            }
            else
            {
                cells.Add([.. grade]);
            }
        }
        if (cells.Count > 1 && Students(cells[^1]) < CellMin)
        {
            cells[^2].AddRange(cells[^1]);
            cells.RemoveAt(cells.Count - 1);
        }
        return [.. cells.Select(own => new FittedCell(
            Named(own), Students(own), Math.Round(own.Average(a => a.Correct ? 1.0 : 0), 3), Math.Round(own.Count / (double)Students(own), 1)))];
    }

    private static int Students(List<LogAttempt> own) => own.Select(a => a.Student).Distinct().Count();

    private static string Named(List<LogAttempt> own)
    {
        var (low, high) = (own.Min(a => a.Grade), own.Max(a => a.Grade));
        return high == byte.MaxValue ? "unknown" : low == high
            ? Grade.FromOrdinal(low).ToString() : $"{Grade.FromOrdinal(low)} to {Grade.FromOrdinal(high)}";
    }
}
