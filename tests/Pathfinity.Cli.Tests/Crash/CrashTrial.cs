using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using Pathfinity.Determinism;
using Pathfinity.Storage;
using Pathfinity.Testing;

namespace Pathfinity.Cli.Tests;

/// <summary>
/// One world, made, killed at a moment that dice choose, looked at, resumed and looked at again: everything that was
/// stored is whole, only what was missing is written, and the end is that of a world which nobody disturbed.
/// </summary>
internal sealed class CrashTrial(SchoolHouse house, NpgsqlConnection connection, Undisturbed whole, string world)
{
    private const int DrawsMax = 40;
    private readonly CopyWatch watch = new(connection, world);

    /// <summary>Kills once, and checks all that must hold; says what happened.</summary>
    /// <param name="inCopy">Whether the moment must lie between the first byte of a COPY and its commit.</param>
    /// <param name="interrupt">Whether it is asked to end instead.</param>
    public async Task<Killed> RunAsync(Dice dice, bool inCopy, bool interrupt = false)
    {
        await using var database = await Database.OpenAsync(house.ConnectionString, CancellationToken.None);
        var worlds = new Storage.Worlds(database);
        var catalogue = await CatalogueStore.OpenAsync(database, CancellationToken.None);
        var verifier = new Verifier(database, catalogue.LoadReleaseAsync);
        for (var draw = 0; draw < DrawsMax; draw++)
        {
            if (await worlds.ExistsAsync(world, CancellationToken.None))
            {
                await worlds.DropAsync(world, CancellationToken.None);
            }
            var roll = dice.Fork(draw).Roll();
            if (await KillAsync(whole.Time * (roll.Below(1000) / 1000.0), TimeSpan.FromMilliseconds(roll.Below(40)), inCopy, interrupt)
                is not { } hit)
            {
                continue;
            }
            await watch.UntilGoneAsync();
            var stored = await StoredAsync(worlds, verifier);
            var resumed = await house.JsonAsync(Undisturbed.Simulate(world));
            Assert.Equal(whole.Rows - stored, resumed.GetProperty("rows").GetInt64());
            Assert.Equal(whole.Digest, resumed.GetProperty("digest").GetString());
            Assert.Equal(whole.Rows, await StoredAsync(worlds, verifier));
            return hit with { Stored = stored };
        }
        throw new InvalidOperationException($"{DrawsMax} simulations ended before the moment came to kill them.");
    }

    /// <summary>Null when the simulation ended before the moment came.</summary>
    private async Task<Killed?> KillAsync(TimeSpan after, TimeSpan deeper, bool inCopy, bool interrupt)
    {
        using var process = CommandProcess.Start(
            [.. Undisturbed.Simulate(world), "--db", $"{house.ConnectionString};Application Name={watch.Application}"]);
        var clock = Stopwatch.StartNew();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (clock.Elapsed < after)
        {
            await tick.WaitForNextTickAsync();
        }
        while (!process.HasExited)
        {
            if (inCopy && !await watch.SeesCopyAsync())
            {
                await tick.WaitForNextTickAsync();
                continue;
            }
            await Task.Delay(inCopy ? deeper : TimeSpan.Zero, TimeProvider.System);
            if (!ProcessSignal.Stop(process.Id))
            {
                return null;
            }
            var isIn = await watch.IsInCopyAsync();
            if (isIn || !inCopy)
            {
                return await EndAsync(process, interrupt) ? new Killed(clock.Elapsed, isIn, 0) : null;
            }
            ProcessSignal.Continue(process.Id);
        }
        return null;
    }

    /// <summary>Ends a process that is frozen; false when it was done before it heard of that.</summary>
    private static async Task<bool> EndAsync(CommandProcess process, bool interrupt)
    {
        if (!interrupt)
        {
            process.Kill();
            await process.EndAsync();
            return true;
        }
        ProcessSignal.Terminate(process.Id);
        ProcessSignal.Continue(process.Id);
        var ended = await process.EndAsync();
        if (ended.ExitCode == ExitCode.Done)
        {
            return false;
        }
        Assert.Equal(ExitCode.Interrupted, ended.ExitCode);
        Assert.Contains("the same command continues", ended.Error, StringComparison.Ordinal);
        return true;
    }

    /// <summary>Rows of the world as it is, which verifies; none when it was not made yet.</summary>
    private async Task<long> StoredAsync(Storage.Worlds worlds, Verifier verifier)
    {
        if (!await worlds.ExistsAsync(world, CancellationToken.None))
        {
            return 0;
        }
        Assert.Empty((await verifier.RunAsync(world, null, CancellationToken.None)).Failed);
        var tables = (await worlds.StatsAsync(world, CancellationToken.None)).Tables;
        return Undisturbed.Activity.Sum(table => tables[table]);
    }
}

/// <param name="After">Since the simulator was started.</param>
/// <param name="InCopy">Whether that was between the first byte of a COPY and its commit.</param>
/// <param name="Stored">Rows that were stored by then.</param>
internal sealed record Killed(TimeSpan After, bool InCopy, long Stored);

/// <summary>What a simulation comes to that nobody disturbs.</summary>
/// <param name="Time">From start to end of the process.</param>
internal sealed record Undisturbed(string Digest, long Rows, TimeSpan Time)
{
    public static string[] Activity { get; } =
    [
        "attendance", "journeys", "sessions", "visits", "attempts", "career_explorations", "assessments", "interventions",
        "intervention_outcomes", "guardian_visits", "messages", "message_receipts", "conferences", "report_cards",
        "behaviour_referrals", "awards",
    ];

    private static readonly string[] OrdinarySize = ["--to", "2026-03-20", "--students", "28"];
    private static readonly string[] ThoroughSize = ["--to", "2026-06-12", "--students", "90"];

    public static async Task<Undisturbed> RunAsync(SchoolHouse house)
    {
        var clock = Stopwatch.StartNew();
        JsonElement ended = await house.JsonAsync(Simulate("undisturbed"));
        return new(ended.GetProperty("digest").GetString()!, ended.GetProperty("rows").GetInt64(), clock.Elapsed);
    }

    public static string[] Simulate(string world) =>
    [
        "simulate", "--world", world, "--seed", "7", "--from", "2026-01-05", "--threads", "2",
        .. CrashWish.IsThorough ? ThoroughSize : OrdinarySize,
    ];
}
