using System.CommandLine;
using Pathfinity.Cli.Worlds;
using Pathfinity.Storage;
using Spectre.Console;

namespace Pathfinity.Cli.Commands;

/// <summary>`world` and what is done to worlds.</summary>
internal static class WorldCommand
{
    public static Command Create(CommonOptions common, Terminal terminal) => new("world", "Make, list, count, check and drop worlds")
    {
        CreateCommand.Create(common, terminal),
        PrepareCommand.Create(common, terminal),
        Migrate(common, terminal),
        List(common, terminal),
        Stats(common, terminal),
        WorldCheckCommand.Create(common, terminal),
        Dictionary(common, terminal),
        UpkeepCommands.Compact(common, terminal),
        UpkeepCommands.Purge(common, terminal),
        Drop(common, terminal),
    };

    private static Command Migrate(CommonOptions common, Terminal terminal)
    {
        var command = new Command("migrate", "Bring catalogue, cluster and worlds to what this program knows");
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            var migrated = await SchemaVersions.MigrateAsync(session.Database, ct);
            if (settings.Json)
            {
                terminal.Json(new { migrated });
            }
            else
            {
                terminal.Result(migrated.Count == 0
                    ? "The schemas are those of this program."
                    : $"Brought to what this program knows: {string.Join(", ", migrated)}.");
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List(CommonOptions common, Terminal terminal)
    {
        var command = new Command("list", "List the worlds");
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            var worlds = await (await WorldHouse.OpenAsync(session, terminal, ct)).Worlds.ListAsync(ct);
            if (settings.Json)
            {
                terminal.Json(worlds);
                return ExitCode.Done;
            }
            var table = new Table().AddColumns("world", "seed", "from", "to", "students", "last advanced by");
            foreach (var world in worlds)
            {
                table.AddRow(
                    world.World, $"{world.Seed}", $"{world.From:yyyy-MM-dd}", $"{world.To:yyyy-MM-dd}", $"{world.Students}",
                    Markup.Escape(world.LastHolder));
            }
            terminal.Table(table);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Stats(CommonOptions common, Terminal terminal)
    {
        var command = new Command("stats", "Count what is in a world");
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            var stats = await (await WorldHouse.OpenAsync(session, terminal, ct)).Worlds.StatsAsync(settings.World, ct);
            if (settings.Json)
            {
                terminal.Json(stats);
                return ExitCode.Done;
            }
            terminal.Result($"{stats.World}, seed {stats.Seed}, {stats.From:yyyy-MM-dd} to {stats.To:yyyy-MM-dd}");
            terminal.Result($"digest {stats.Digest}");
            var table = new Table().AddColumn("table").AddColumn("rows", column => column.RightAligned());
            foreach (var (name, rows) in stats.Tables)
            {
                table.AddRow(name, $"{rows:N0}");
            }
            terminal.Table(table);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Dictionary(CommonOptions common, Terminal terminal)
    {
        var command = new Command("dictionary", "Write what is in a world's tables and views, in Markdown");
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            terminal.Result((await DataDictionary.WriteAsync(session.Database, settings.World, ct)).TrimEnd('\n'));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Drop(CommonOptions common, Terminal terminal)
    {
        var command = new Command("drop", "Remove a world and all that is in it");
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            await (await WorldHouse.OpenAsync(session, terminal, ct)).Worlds.DropAsync(settings.World, ct);
            terminal.Result($"Dropped the world {settings.World}.");
            return ExitCode.Done;
        });
        return command;
    }
}
