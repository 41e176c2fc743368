using System.CommandLine;
using Pathfinity.Cli.Worlds;
using Pathfinity.Simulation;

namespace Pathfinity.Cli.Commands;

/// <summary>`world create`: a world from a preset, a spec's file or a few options, with the history that its spec asks for.</summary>
internal static class CreateCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var from = Dates.Option("--from", "The world's first day; needed without --spec and --preset");
        var students = SpecOptions.Students();
        var file = new Option<FileInfo?>("--spec") { Description = "A world's spec in YAML", HelpName = "FILE" };
        var preset = SpecOptions.Preset();
        var print = new Option<bool>("--print") { Description = "Only write the preset's spec, to be copied and changed" };
        var profiles = SpecOptions.Profiles();
        var command = new Command("create", "Make a world") { from, students, file, preset, print, profiles };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            var wish = new Wish(
                parsed.GetValue(from), parsed.GetValue(students), parsed.GetValue(file), parsed.GetValue(preset));
            if (parsed.GetValue(print))
            {
                terminal.Result(Presets.Text(wish.Preset ?? throw CommandException.BadInput(
                    "--print writes a preset", $"give --preset, one of {string.Join(", ", Presets.Names)}")).TrimEnd());
                return ExitCode.Done;
            }
            var spec = SpecOptions.WithProfiles(NewWorld.Anchored(wish.Spec(settings)), parsed.GetValue(profiles));
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            await RunAsync(await WorldHouse.OpenAsync(session, terminal, ct), spec, settings, terminal, ct);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task RunAsync(
        WorldHouse house, WorldSpec spec, Settings settings, Terminal terminal, CancellationToken ct)
    {
        await house.CreateAsync(settings.World, spec, settings.Threads, ct);
        if (spec.To is { } to)
        {
            await using var engine = await Engine.TakeAsync(house, settings.World, ct);
            await engine.SimulateAsync(to, settings.Threads, terminal, ct);
        }
        var stats = await house.Worlds.StatsAsync(settings.World, ct);
        if (settings.Json)
        {
            terminal.Json(stats);
            return;
        }
        var history = spec.To is null ? "" : $", {stats.Attempts:N0} attempts to {stats.To:yyyy-MM-dd}";
        terminal.Result(
            $"Made the world {settings.World}: {stats.Students} students in {stats.Classrooms} classrooms of {stats.Schools} schools{history}.");
    }

    private sealed record Wish(NodaTime.LocalDate? From, int? Students, FileInfo? File, string? Preset)
    {
        public WorldSpec Spec(Settings settings)
        {
            if (File is not null && Preset is not null)
            {
                throw CommandException.BadInput("--spec and --preset both say what the world is", "give one of them");
            }
            var given = File is not null
                ? SpecOptions.FromFile(File, settings.Seed)
                : Preset is not null ? SpecOptions.FromText(Preset, Presets.Text(Preset), settings.Seed) : null;
            return given is null
                ? SpecOptions.Of(settings, From, Students)
                : given with { Students = Students ?? given.Students };
        }
    }
}
