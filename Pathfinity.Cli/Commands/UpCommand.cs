using System.CommandLine;
using NodaTime;
using NodaTime.Extensions;
using Pathfinity.Cli.Worlds;
using Pathfinity.ServiceDefaults;
using Pathfinity.Simulation;
using Pathfinity.Web;

namespace Pathfinity.Cli.Commands;

/// <summary>`up`: database, catalogue, a world with history, live students and the dashboard, all in this process.</summary>
internal static class UpCommand
{
    private const int DefaultHistory = 180;
    private const int HistoryMax = 3660;
    private const long DefaultSeed = 1;

    public static Command Create(CommonOptions common, Terminal terminal, Telemetry? telemetry)
    {
        var port = Flag.Whole("--port", $"The dashboard's port (default {WebSettings.DefaultPort})", 1, ushort.MaxValue);
        var host = new Option<string?>("--host") { Description = "The dashboard's address (default localhost; * for all)", HelpName = "ADDRESS" };
        var students = SpecOptions.Students();
        var history = Flag.Whole("--history", $"Days of history of a new world (default {DefaultHistory})", 1, HistoryMax);
        var clock = ClockOption.Create();
        var speed = ClockOption.Speed();
        var noLive = new Option<bool>("--no-live") { Description = "Serve the dashboard without live students" };
        var command = new Command("up", "Everything in one process: a living school and its dashboard")
        {
            port, host, students, history, clock, speed, noLive,
        };
        command.SetAction(async (parsed, ct) =>
        {
            var wish = new Wish(
                common.Read(parsed, Environment.GetEnvironmentVariable),
                new WebSettings { Port = parsed.GetValue(port) ?? WebSettings.DefaultPort, Host = parsed.GetValue(host) ?? "localhost" },
                parsed.GetValue(students), parsed.GetValue(history), parsed.GetValue(clock), parsed.GetValue(speed),
                !parsed.GetValue(noLive));
            WebHost.RequireFree(wish.Web);
            await using var session = await DatabaseSession.OpenAsync(wish.Settings, terminal, ct);
            await RunAsync(session, wish, terminal, telemetry, ct);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task RunAsync(
        DatabaseSession session, Wish wish, Terminal terminal, Telemetry? telemetry, CancellationToken ct)
    {
        var house = await WorldHouse.OpenAsync(session, terminal, ct);
        var readiness = new Readiness();
        var simulations = new SimulationDirectory();
        await using var app = WebHost.Build(
            wish.Web, session.Database, simulations, readiness, builder => builder.AddServiceDefaults(telemetry));
        app.MapHealth();
        await WebHost.ServeAsync(app, wish.Web, ct);
        try
        {
            readiness.Await($"the world {wish.World}");
            await EnsureAsync(house, wish, ct);
            await using var engine = await Engine.TakeAsync(house, wish.World, ct);
            await LiveAsync(house, engine, wish, simulations, readiness, app.Urls.First(), terminal, ct);
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Makes the world where there is none; refuses options that contradict one that is there.</summary>
    private static async Task EnsureAsync(WorldHouse house, Wish wish, CancellationToken ct)
    {
        if (await house.Worlds.ExistsAsync(wish.World, ct))
        {
            return;
        }
        var spec = new WorldSpec
        {
            Seed = wish.Settings.Seed ?? DefaultSeed,
            From = default,
            Students = wish.Students ?? SpecOptions.DefaultStudents,
            Calendar = ClockOption.CalendarOf(wish.Clock),
        };
        // The anchor: history begins so many days before the civil date that the clock shows now.
        var zone = DateTimeZoneProviders.Tzdb[spec.Zone];
        var today = ClockOption.Clock(spec.Calendar, zone).WorldAt(Now).InZone(zone).Date;
        await house.CreateAsync(
            wish.World, spec with { From = today.PlusDays(-(wish.History ?? DefaultHistory)) }, wish.Settings.Threads, ct);
    }

    private static async Task LiveAsync(
        WorldHouse house, Engine engine, Wish wish, SimulationDirectory simulations, Readiness readiness, string address,
        Terminal terminal, CancellationToken ct)
    {
        var world = engine.World;
        Check(world.Spec, wish);
        var clock = ClockOption.Clock(wish.Clock, world);
        readiness.Await("the history");
        if (wish.Speed is null || world.CompleteThrough < world.FirstDay)
        {
            await LiveCommand.CatchUpAsync(engine, clock, wish.Settings.Threads, terminal, ct);
        }
        readiness.Await("the verification");
        var verification = await house.VerifyAsync(wish.World, ct);
        VerifyCommand.Print(verification, wish.World, terminal.Note);
        if (!verification.Ok)
        {
            throw CommandException.CheckFailed(
                $"the world {wish.World} does not agree with its own activity",
                $"see verify --world {wish.World}; drop the world to make it anew");
        }
        var live = new LiveEngine(world, clock, TimeProvider.System, wish.Speed ?? 0);
        await using var shown = wish.Live ? simulations.Add(live) : null;
        readiness.Complete();
        terminal.Result($"{wish.World} is {(wish.Live ? "live" : "ready")}: {address}");
        terminal.Note("Ctrl-C stops everything; the same command continues.");
        await (wish.Live ? live.RunAsync(null, ct) : Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct)
            .ContinueWith(static _ => { }, TaskScheduler.Default));
        terminal.Note("Stopping.");
    }

    private static void Check(WorldSpec spec, Wish wish)
    {
        if (wish.Students is { } students && students != spec.Students)
        {
            throw CommandException.BadInput(
                $"the world {wish.World} has {spec.Students} students", "leave --students out, or choose another --world");
        }
        if (wish.Settings.Seed is { } seed && seed != spec.Seed)
        {
            throw CommandException.BadInput(
                $"the world {wish.World} has the seed {spec.Seed}", "leave --seed out, or choose another --world");
        }
    }

    private static Instant Now => TimeProvider.System.GetUtcNow().ToInstant();

    private sealed record Wish(
        Settings Settings, WebSettings Web, int? Students, int? History, string? Clock, double? Speed, bool Live)
    {
        public string World => Settings.World;
    }
}
