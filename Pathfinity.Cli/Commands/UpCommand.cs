using System.CommandLine;
using Npgsql;
using Pathfinity.Cli.Worlds;
using Pathfinity.ServiceDefaults;
using Pathfinity.Simulation;
using Pathfinity.Web;

namespace Pathfinity.Cli.Commands;

/// <summary>`up`: database, catalogue, a world with history, live students and the dashboard, all in this process.</summary>
internal static class UpCommand
{
    public static Command Create(CommonOptions common, Terminal terminal, Telemetry? telemetry)
    {
        var port = Flag.Whole("--port", $"The dashboard's port (default {WebSettings.DefaultPort})", 1, ushort.MaxValue);
        var host = new Option<string?>("--host") { Description = "The dashboard's address (default localhost; * for all)", HelpName = "ADDRESS" };
        var students = NewWorld.StudentsOption();
        var history = NewWorld.HistoryOption();
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
                new NewWorld(parsed.GetValue(students), parsed.GetValue(history), parsed.GetValue(clock)),
                parsed.GetValue(speed), !parsed.GetValue(noLive));
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
            await wish.New.EnsureAsync(house, wish.Settings, ct);
            await using var engine = await Engine.TakeAsync(house, wish.World, ct, terminal.Note);
            await LiveAsync(house, engine, wish, simulations, readiness, app.Urls.First(), terminal, ct);
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    private static async Task LiveAsync(
        WorldHouse house, Engine engine, Wish wish, SimulationDirectory simulations, Readiness readiness, string address,
        Terminal terminal, CancellationToken ct)
    {
        var world = engine.World;
        wish.New.Check(world.Spec, wish.Settings);
        var clock = ClockOption.Clock(wish.New.Clock, world);
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
        var live = new LiveEngine(world, clock, TimeProvider.System, wish.Speed ?? 0)
        {
            FellBehind = late => terminal.Note(LiveCommand.Behind(late)),
            CaughtUp = () => terminal.Note("The world has caught up with its clock."),
        };
        await using var shown = wish.Live ? simulations.Add(live) : null;
        readiness.Complete();
        terminal.Result($"{wish.World} is {(wish.Live ? "live" : "ready")}: {address}");
        terminal.Note("Ctrl-C stops everything; the same command continues.");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var completion = CompleteAsync(house, wish, terminal, stop.Token);
        await (wish.Live ? live.RunAsync(null, ct) : Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct)
            .ContinueWith(static _ => { }, TaskScheduler.Default));
        terminal.Note("Stopping.");
        await stop.CancelAsync();
        await completion;
    }

    /// <summary>The rest of the catalogue, on one thread while students are at work; a failure is told and hurts nothing.</summary>
    private static async Task CompleteAsync(WorldHouse house, Wish wish, Terminal terminal, CancellationToken ct)
    {
        try
        {
            await CatalogueHouse.CompleteAsync(house.Catalogue, Math.Max(1, wish.Settings.Threads / 2), terminal, ct);
        }
        catch (OperationCanceledException)
        {
            terminal.Note("The catalogue is completed the next time.");
        }
        catch (NpgsqlException e)
        {
            terminal.Note($"The catalogue could not be completed: {e.Message}. content generate tries again.");
        }
    }

    private sealed record Wish(Settings Settings, WebSettings Web, NewWorld New, double? Speed, bool Live)
    {
        public string World => Settings.World;
    }
}
