using Pathfinity.Realism;
using Spectre.Console;

namespace Pathfinity.Cli.Commands;

/// <summary>`realism --recover`: what a world was made with, found again in its log.</summary>
internal static class RealismRecovery
{
    public static async Task<int> RunAsync(Settings settings, Terminal terminal, CancellationToken cancellation)
    {
        await using var session = await DatabaseSession.OpenAsync(settings, terminal, cancellation);
        var (log, history) = await terminal.ProgressAsync(
            $"{settings.World} read", _ => WorldLogs.ReadAsync(session.Database, settings.World, cancellation));
        var last = history.Rows.Attempts.Max(row => row.Day);
        var report = await terminal.ProgressAsync("fitting", _ => Task.Run(
            () => Recovery.Run(log, new HiddenWorld(history.Spec, history.Releases[^1], last)), cancellation));
        if (settings.Json)
        {
            terminal.Json(new
            {
                ok = report.Ok,
                students = report.Students,
                attempts = report.Attempts,
                parameters = report.Parameters.Select(p => new
                {
                    name = p.Name, truth = p.Truth, start = p.Start, found = p.Found, error = p.Error, tolerance = p.Tolerance,
                    passed = p.Holds, title = p.Title,
                }),
            });
        }
        else
        {
            Print(report, settings.World, terminal);
        }
        return report.Ok ? ExitCode.Done : ExitCode.CheckFailed;
    }

    private static void Print(RecoveryReport report, string world, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("").AddColumn("parameter");
        foreach (var name in (string[])["made with", "start", "found", "error", "tolerance"])
        {
            table.AddColumn(name, column => column.RightAligned());
        }
        foreach (var p in report.Parameters)
        {
            table.AddRow(
                p.Holds ? "" : "FAIL", Markup.Escape(p.Title), RealismCommand.Number(p.Truth), RealismCommand.Number(p.Start),
                RealismCommand.Number(p.Found), p.Error is { } error ? RealismCommand.Number(error) : "", $"{p.Tolerance:0%}");
        }
        terminal.Table(table);
        terminal.Result($"{world}: {report.Parameters.Count(p => p.Holds)} of {report.Parameters.Length} parameters came back, "
            + $"from {report.Attempts:N0} attempts of {report.Students} students.");
    }
}
