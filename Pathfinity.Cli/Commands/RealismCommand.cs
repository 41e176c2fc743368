using System.CommandLine;
using System.Globalization;
using Pathfinity.Realism;
using Spectre.Console;

namespace Pathfinity.Cli.Commands;

/// <summary>`realism`: the statistics of behaviour beside those of real logs.</summary>
internal static class RealismCommand
{
    private const long ControlSeed = 1;
    private const int ControlStudents = 400;

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var control = Flag.Word("--control", "Run the same statistics on a generator that must fail them", "naive");
        var all = new Option<bool>("--all") { Description = "Also by regime, grade band and question kind" };
        var recover = new Option<bool>("--recover")
        {
            Description = "Fit learner models to the world's log and put what they find beside what it was made with",
        };
        var twin = new Option<bool>("--twin")
        {
            Description = "Only what interventions do, pair by pair: five worlds with them and without, beside the naive comparison",
        };
        var command = new Command("realism", "The statistics of behaviour beside those of real logs")
        {
            control, all, recover, twin, RealismFitCommand.Create(common, terminal),
        };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            if (parsed.GetValue(recover))
            {
                return await RealismRecovery.RunAsync(settings, terminal, ct);
            }
            if (parsed.GetValue(twin))
            {
                return await RealismTwins.RunAsync(settings, terminal, ct);
            }
            var naive = parsed.GetValue(control) is not null;
            var log = naive
                ? NaiveLog.Make(settings.Seed ?? ControlSeed, ControlStudents)
                : await ReadAsync(settings, terminal, ct);
            var report = await terminal.ProgressAsync("computing", _ => Task.Run(() => Battery.Run(log), ct));
            var twins = naive ? null : await RealismTwins.LiveAsync(settings, terminal, ct);
            if (settings.Json)
            {
                terminal.Json(Document(report, twins));
                return report.Ok ? ExitCode.Done : ExitCode.CheckFailed;
            }
            Print(report, naive ? "a naive generator" : settings.World, parsed.GetValue(all), terminal);
            if (twins is not null)
            {
                RealismTwins.Print(twins, terminal);
            }
            return report.Ok ? ExitCode.Done : ExitCode.CheckFailed;
        });
        return command;
    }

    private static async Task<Log> ReadAsync(Settings settings, Terminal terminal, CancellationToken cancellation)
    {
        await using var session = await DatabaseSession.OpenAsync(settings, terminal, cancellation);
        var (log, history) = await terminal.ProgressAsync(
            $"{settings.World} read", _ => WorldLogs.ReadAsync(session.Database, settings.World, cancellation));
        if (history.Students < history.Of)
        {
            terminal.Note(string.Create(
                CultureInfo.InvariantCulture, $"read {history.Students} of {history.Of} students, whole teams of them"));
        }
        return log;
    }

    private static object Document(RealismReport report, TwinReport? twins) => new
    {
        ok = report.Ok,
        passed = report.Passed,
        failed = report.Failed,
        students = report.Students,
        attempts = report.Attempts,
        statistics = report.Statistics.Select(Row),
        assumed = report.Assumed.Select(Row),
        undetermined = report.Undetermined,
        twins,
    };

    private static object Row(Measurement f) => new
    {
        name = f.Name, value = f.Value, low = f.Low, high = f.High, source = f.Source ?? "assumption", passed = f.Passed,
        cell = f.Cell, gates = f.Gates, title = f.Title, how = f.How,
    };

    private static void Print(RealismReport report, string what, bool all, Terminal terminal)
    {
        Print(report.Statistics, terminal, assumed: false);
        if (all)
        {
            terminal.Result("");
            terminal.Result("By regime, grade band and question kind; these bands are assumptions and gate nothing.");
            Print(report.Assumed, terminal, assumed: true);
        }
        if (report.Undetermined.Length > 0)
        {
            terminal.Result($"Too little to tell: {string.Join(", ", report.Undetermined)}.");
        }
        var failed = report.Failed == 0 ? "all lie" : $"{report.Passed} lie";
        terminal.Result(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}, {report.Students:N0} students, {report.Attempts:N0} attempts: of {report.Statistics.Length} statistics with a source {failed} in their bands."));
    }

    /// <summary>A row for each statistic; sources stand numbered below, so that the rows fit a narrow terminal.</summary>
    private static void Print(IReadOnlyList<Measurement> findings, Terminal terminal, bool assumed)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("", column => column.PadLeft(0))
            .AddColumn("statistic", column => column.NoWrap().PadLeft(0))
            .AddColumn("cell", column => column.PadLeft(0))
            .AddColumn("value", column => column.RightAligned()).AddColumn("real", column => column.RightAligned());
        if (!assumed)
        {
            table.AddColumn("source", column => column.RightAligned());
        }
        var sources = new List<string>();
        foreach (var f in findings)
        {
            string[] cells = [f.Passed ? "" : assumed ? "out" : "FAIL", f.Name, f.Cell, Number(f.Value), $"{Number(f.Low)} to {Number(f.High)}"];
            table.AddRow([.. (assumed ? cells : [.. cells, Numbered(sources, f.Source!)]).Select(Markup.Escape)]);
        }
        terminal.Table(table);
        foreach (var (at, source) in sources.Index())
        {
            terminal.Result(string.Create(CultureInfo.InvariantCulture, $"{at + 1,3}  {source}"));
        }
    }

    private static string Numbered(List<string> sources, string source)
    {
        if (!sources.Contains(source))
        {
            sources.Add(source);
        }
        return (sources.IndexOf(source) + 1).ToString(CultureInfo.InvariantCulture);
    }

    internal static string Number(double value) => Math.Abs(value) switch
    {
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
