using System.CommandLine;
using System.Globalization;
using Pathfinity.Benchmarks;
using Pathfinity.Cli.Worlds;

namespace Pathfinity.Cli.Commands;

/// <summary>`bench`: the performance figures, each beside its limit or a baseline of the same run.</summary>
internal static class BenchCommand
{
    private const int RoundsMax = 99;
    private const int StudentsLeast = 140;
    private const int StudentsMost = 1_000_000;

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var names = new Argument<string[]>("NAME")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Benchmarks to run, whole names or what stands before a dot; all when none is given",
        };
        var rounds = new Option<int>("--rounds")
        {
            DefaultValueFactory = _ => 5,
            Description = "How often each thing is measured; figures are medians",
        };
        rounds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > RoundsMax)
            {
                result.AddError($"--rounds is from 1 to {RoundsMax}");
            }
        });
        var students = Flag.Whole(
            "--students", "Students of the worlds that are measured (default: few, so that it ends in minutes)",
            StudentsLeast, StudentsMost);
        var command = new Command("bench", "Performance figures, each beside its limit or baseline") { names, rounds, students };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            await using var house = new BenchHouse(settings, terminal);
            var run = new BenchRun(
                settings.Threads, parsed.GetValue(rounds), parsed.GetValue(students), house.StoreAsync, terminal.Note);
            return await RunAsync(Chosen(parsed.GetValue(names)!), run, settings, terminal, ct);
        });
        return command;
    }

    private static IReadOnlyList<Benchmark> Chosen(string[] names)
    {
        try
        {
            return BenchmarkSuite.Select(names);
        }
        catch (ArgumentException e)
        {
            throw CommandException.BadInput(e.Message, "choose of these");
        }
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<Benchmark> benchmarks, BenchRun run, Settings settings, Terminal terminal, CancellationToken ct)
    {
        var figures = new List<Figure>();
        foreach (var benchmark in benchmarks)
        {
            terminal.Note($"{benchmark.Name}: {benchmark.About}");
            figures.AddRange(await benchmark.RunAsync(run, ct));
        }
        if (settings.Json)
        {
            var machine = new { processors = Environment.ProcessorCount, threads = run.Threads, rounds = run.Rounds };
            terminal.Json(new { machine, results = figures.Select(Document) });
        }
        else
        {
            foreach (var line in Lines(figures))
            {
                terminal.Result(line);
            }
        }
        return figures.Any(figure => figure.Holds is false) ? ExitCode.CheckFailed : ExitCode.Done;
    }

    private static object Document(Figure figure) => new
    {
        name = figure.Name,
        value = figure.Value,
        unit = figure.Unit,
        baseline = figure.Baseline?.What,
        baselineValue = figure.Baseline?.Value,
        ratio = figure.Ratio,
        limit = figure.Limit is { } l ? new { of = l.OfRatio ? "ratio" : "value", kind = l.IsFloor ? "at least" : "at most", bound = l.Bound } : null,
        holds = figure.Holds,
    };

    /// <summary>A figure a line, and beneath it what it is judged by.</summary>
    private static IEnumerable<string> Lines(IReadOnlyList<Figure> figures)
    {
        var names = figures.Max(figure => figure.Name.Length);
        var values = figures.Max(figure => Number(figure.Value).Length);
        foreach (var figure in figures)
        {
            yield return $"{figure.Name.PadRight(names)}  {Number(figure.Value).PadLeft(values)} {figure.Unit}";
            if (figure.Baseline is { } baseline)
            {
                yield return $"    {Number(figure.Ratio ?? 0)} of {Number(baseline.Value)}: {baseline.What}";
            }
            if (figure.Limit is { } limit)
            {
                var bound = $"{(limit.OfRatio ? "ratio " : "")}{(limit.IsFloor ? "at least" : "at most")} {Number(limit.Bound)}";
                yield return $"    {(figure.Holds is true ? "holds" : "FAILS")}: {bound}";
            }
        }
    }

    /// <summary>Three figures that count, grouped.</summary>
    private static string Number(double value) => Math.Abs(value) switch
    {
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("N1", CultureInfo.InvariantCulture),
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
