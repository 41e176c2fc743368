using System.CommandLine;
using Pathfinity.Storage;

namespace Pathfinity.Cli.Commands;

/// <summary>`world compact` and `world purge-synthetic`.</summary>
internal static class UpkeepCommands
{
    public static Command Compact(CommonOptions common, Terminal terminal)
    {
        var command = new Command("compact", "Give back the room that a world no longer needs");
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            var upkeep = new WorldUpkeep(session.Database);
            var compacted = await terminal.ProgressAsync(
                $"{settings.World} compacted", bar => upkeep.CompactAsync(settings.World, new PartsReporter(bar), ct));
            if (settings.Json)
            {
                terminal.Json(new { world = settings.World, bytesBefore = compacted.Before, bytesAfter = compacted.After });
            }
            else
            {
                terminal.Result($"{settings.World} takes {compacted}.");
            }
            return ExitCode.Done;
        });
        return command;
    }

    public static Command Purge(CommonOptions common, Terminal terminal)
    {
        var command = new Command("purge-synthetic", "Take everything simulated out of a world of imported people");
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            await new WorldUpkeep(session.Database).PurgeSyntheticAsync(settings.World, ct);
            terminal.Result($"{settings.World} has only what was imported.");
            return ExitCode.Done;
        });
        return command;
    }
}
