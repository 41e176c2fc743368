using System.CommandLine;
using Pathfinity.Cli.Worlds;

namespace Pathfinity.Cli.Commands;

/// <summary>`world prepare`: what `up` does before it serves, as a job that ends; hosts of a cluster wait for it.</summary>
internal static class PrepareCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var students = NewWorld.StudentsOption();
        var history = NewWorld.HistoryOption();
        var clock = ClockOption.Create();
        var anew = new Option<bool>("--anew") { Description = "Drop the world first where there is one" };
        var command = new Command("prepare", "Make catalogue, world and history where they are missing, up to today")
        {
            students, history, clock, anew,
        };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            var wish = new NewWorld(parsed.GetValue(students), parsed.GetValue(history), parsed.GetValue(clock));
            await using var session = await DatabaseSession.OpenAsync(settings, terminal, ct);
            var house = await WorldHouse.OpenAsync(session, terminal, ct);
            var done = await RunAsync(house, settings, wish, parsed.GetValue(anew), terminal, ct);
            if (settings.Json)
            {
                terminal.Json(done);
            }
            else
            {
                terminal.Result(done.Held
                    ? $"{done.World} is lived by another engine; it stays as it is."
                    : $"{done.World} is {(done.Made ? "made" : "there")} and complete until today; stored {done.Rows:N0} rows.");
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<Prepared> RunAsync(
        WorldHouse house, Settings settings, NewWorld wish, bool anew, Terminal terminal, CancellationToken ct)
    {
        var name = settings.World;
        var exists = await house.Worlds.ExistsAsync(name, ct);
        if (exists && anew)
        {
            await house.Worlds.DropAsync(name, ct);
        }
        else if (exists && await house.Worlds.IsHeldAsync(name, ct))
        {
            return new(name, Made: false, Held: true, Rows: 0);
        }
        var made = await wish.EnsureAsync(house, settings, ct);
        await using var engine = await Engine.TakeAsync(house, name, ct);
        wish.Check(engine.World.Spec, settings);
        var clock = ClockOption.Clock(wish.Clock, engine.World);
        var rows = await LiveCommand.CatchUpAsync(engine, clock, settings.Threads, terminal, ct);
        return new(name, made, Held: false, rows);
    }

    /// <param name="Held">Whether another engine has it, which then also brings it up to today.</param>
    private sealed record Prepared(string World, bool Made, bool Held, long Rows);
}
