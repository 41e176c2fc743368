using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Pathfinity.Storage;

namespace Pathfinity.Cli.Commands;

/// <summary>`world check`: look for contradictions in the raw activity.</summary>
internal static class WorldCheckCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var whole = new Option<bool>("--whole")
        {
            Description = "From the world's first day; else from where the last clean check ended",
        };
        var rules = new Option<bool>("--rules") { Description = "List the rules instead" };
        var command = new Command("check", "Look for contradictions in a world's raw activity") { whole, rules };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            if (parsed.GetValue(rules))
            {
                List(settings, terminal);
                return ExitCode.Done;
            }
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            var check = new ConsistencyCheck(session.Database);
            var started = Stopwatch.GetTimestamp();
            var report = await terminal.ProgressAsync(
                $"{settings.World} checked", bar => check.RunAsync(
                    settings.World, parsed.GetValue(whole), new PartsReporter(bar), ct));
            Print(report, Stopwatch.GetElapsedTime(started).TotalSeconds, settings, terminal);
            return report.Ok ? ExitCode.Done : ExitCode.CheckFailed;
        });
        return command;
    }

    private static void List(Settings settings, Terminal terminal)
    {
        if (settings.Json)
        {
            terminal.Json(ConsistencyCheck.Rules);
            return;
        }
        foreach (var rule in ConsistencyCheck.Rules)
        {
            terminal.Result($"{rule.Name}: {rule.Says}");
        }
    }

    private static void Print(ConsistencyReport report, double seconds, Settings settings, Terminal terminal)
    {
        var perMillion = report.Rows == 0 ? 0 : report.Contradictions * 1e6 / report.Rows;
        if (settings.Json)
        {
            terminal.Json(new
            {
                ok = report.Ok,
                world = settings.World,
                from = report.From,
                through = report.Through,
                rules = report.Rules.Length,
                rows = report.Rows,
                contradictions = report.Contradictions,
                perMillion,
                seconds,
                broken = report.Broken.Select(b => new { rule = b.Rule.Name, says = b.Rule.Says, places = b.Places, first = b.First }),
            });
            return;
        }
        foreach (var broken in report.Broken)
        {
            terminal.Result(
                $"BROKEN  {broken.Rule.Name}: {broken.Places:N0} times, first at {broken.First}. {broken.Rule.Says}");
        }
        var days = report.From is { } from
            ? string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd} to {report.Through:yyyy-MM-dd}")
            : "no day to look at";
        terminal.Result(string.Create(CultureInfo.InvariantCulture,
            $"{settings.World}, {days}: {report.Rules.Length} rules over {report.Rows:N0} rows, {perMillion:0.##} contradictions per million; {seconds:0.0} s."));
    }
}
