using System.CommandLine;
using Pathfinity.Storage;

namespace Pathfinity.Cli.Commands;

/// <summary>`database`: the embedded server alone, for hosts that live in processes of their own.</summary>
internal static class DatabaseCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var command = new Command("database", "Run the embedded database until stopped; DIR/connection says how to reach it");
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            var steps = new Progress<string>(terminal.Note);
            await using var server = await EmbeddedServer.StartAsync(new DirectoryInfo(settings.DataFolder), steps, ct);
            terminal.Result($"The database runs; {Path.Combine(settings.DataFolder, "connection")} says how to reach it.");
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct)
                .ContinueWith(static _ => { }, TaskScheduler.Default);
            return ExitCode.Done;
        });
        return command;
    }
}
