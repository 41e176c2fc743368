using System.CommandLine;
using System.Diagnostics;
using NodaTime;
using Pathfinity.Cli.Worlds;
using Pathfinity.Simulation;

namespace Pathfinity.Cli.Commands;

/// <summary>`simulate`: advance a world as fast as possible.</summary>
internal static class SimulateCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var from = Dates.Option("--from", "First day; may be left out where the world exists");
        var to = Dates.Option("--to", "Last day, included");
        to.Required = true;
        var students = SpecOptions.Students();
        var command = new Command("simulate", "Advance a world as fast as possible; again resumes") { from, to, students };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            var wish = new Wish(parsed.GetValue(from), parsed.GetValue(to)!.Value, parsed.GetValue(students));
            if (wish.From > wish.To)
            {
                throw CommandException.BadInput(
                    $"--from {Dates.Text(wish.From.Value)} is after --to {Dates.Text(wish.To)}", "swap them");
            }
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            return await RunAsync(await WorldHouse.OpenAsync(session, terminal, ct), settings, wish, terminal, ct);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        WorldHouse house, Settings settings, Wish wish, Terminal terminal, CancellationToken ct)
    {
        if (!await house.Worlds.ExistsAsync(settings.World, ct))
        {
            if (settings.Seed is null)
            {
                throw CommandException.BadInput($"there is no world {settings.World}", "give --seed N to make it");
            }
            await house.CreateAsync(settings.World, SpecOptions.Of(settings, wish.From, wish.Students), settings.Threads, ct);
        }
        var clock = Stopwatch.StartNew();
        await using var engine = await Engine.TakeAsync(house, settings.World, ct);
        Check(engine.World, settings, wish);
        var rows = await engine.SimulateAsync(wish.To, settings.Threads, terminal, ct);
        var seconds = clock.Elapsed.TotalSeconds;
        var stats = await house.Worlds.StatsAsync(settings.World, ct);
        var result = new
        {
            world = stats.World,
            seed = stats.Seed,
            students = stats.Students,
            sessions = stats.Sessions,
            attempts = stats.Attempts,
            rows,
            digest = engine.World.Digest,
            seconds = Math.Round(seconds, 3),
            rowsPerSecond = Math.Round(rows / seconds),
            peakMemoryMb = Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, 1),
        };
        if (settings.Json)
        {
            terminal.Json(result);
        }
        else
        {
            terminal.Result(
                $"{result.world} is complete to {stats.To:yyyy-MM-dd}: {result.students} students, {result.sessions:N0} sessions, "
                + $"{result.attempts:N0} attempts. Stored {rows:N0} rows in {seconds:N1} s, {result.rowsPerSecond:N0} a second.");
            terminal.Result($"digest {result.digest}");
        }
        return ExitCode.Done;
    }

    /// <summary>What the command says of a world must agree with what the world is.</summary>
    private static void Check(OpenWorld world, Settings settings, Wish wish)
    {
        var name = settings.World;
        if (settings.Seed is { } seed && seed != world.Spec.Seed)
        {
            throw CommandException.BadInput(
                $"the world {name} has the seed {world.Spec.Seed}", "leave --seed out, or choose another --world");
        }
        if (wish.Students is { } students && students != world.Spec.Students)
        {
            throw CommandException.BadInput(
                $"the world {name} has {world.Spec.Students} students", "leave --students out, or choose another --world");
        }
        if (wish.From < world.Spec.From || wish.To < world.Spec.From)
        {
            throw CommandException.BadInput(
                $"the world {name} begins on {Dates.Text(world.Spec.From)}", "choose days from then on, or another --world");
        }
        var next = SchoolCalendar.Date(world.CompleteThrough + 1);
        if (wish.From > next)
        {
            throw CommandException.BadInput(
                $"--from {Dates.Text(wish.From.Value)} leaves a gap: the world {name} goes on from {Dates.Text(next)}",
                "leave --from out");
        }
    }

    private sealed record Wish(LocalDate? From, LocalDate To, int? Students);
}
