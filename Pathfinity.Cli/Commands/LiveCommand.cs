using System.CommandLine;
using System.Globalization;
using NodaTime.Extensions;
using Pathfinity.Cli.Worlds;
using Pathfinity.Simulation;

namespace Pathfinity.Cli.Commands;

/// <summary>`live`: advance a world by a clock.</summary>
internal static class LiveCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var clock = ClockOption.Create();
        var speed = ClockOption.Speed();
        var to = Dates.Option("--to", "Last day, included; without it, until stopped");
        var output = new Option<string?>("--out") { Description = "- streams the activity as NDJSON", HelpName = "-" };
        output.AcceptOnlyFromAmong("-");
        var command = new Command("live", "Advance a world by a clock") { clock, speed, to, output };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            var house = await WorldHouse.OpenAsync(session, terminal, ct);
            await using var engine = await Engine.TakeAsync(house, settings.World, ct, terminal.Note);
            var world = engine.World;
            var follows = ClockOption.Clock(parsed.GetValue(clock), world);
            var pace = parsed.GetValue(speed);
            if (pace is null)
            {
                await CatchUpAsync(engine, follows, settings.Threads, terminal, ct);
            }
            await using var stream = parsed.GetValue(output) is null ? null : new ActivityStream(terminal.Output, settings.World);
            var live = new LiveEngine(world, follows, TimeProvider.System, pace ?? 0)
            {
                Sink = stream is null ? null : stream.WriteAsync,
                FellBehind = late => terminal.Note(Behind(late)),
                CaughtUp = () => terminal.Note("The world has caught up with its clock."),
            };
            terminal.Note($"{settings.World} is live from {Dates.Text(SchoolCalendar.Date(world.CompleteThrough + 1))}; Ctrl-C stops it.");
            var last = parsed.GetValue(to) is { } date ? SchoolCalendar.Number(date) : (int?)null;
            await live.RunAsync(last, ct);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>What is said when more is due than this machine can do.</summary>
    public static string Behind(TimeSpan late) => string.Create(
        CultureInfo.InvariantCulture,
        $"More is due than can be stored in time: the world is {late.TotalSeconds:0.#} s behind its clock and goes on as fast as it can.");

    /// <summary>Fills the days before the clock's present one at once.</summary>
    public static Task<long> CatchUpAsync(
        Engine engine, IWorldClock clock, int threads, Terminal terminal, CancellationToken ct)
    {
        var now = clock.WorldAt(TimeProvider.System.GetUtcNow().ToInstant());
        var yesterday = engine.World.Calendar.DayOf(now) - 1;
        return engine.SimulateAsync(SchoolCalendar.Date(yesterday), threads, terminal, ct);
    }
}
