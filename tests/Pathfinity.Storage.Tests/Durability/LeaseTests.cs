using Pathfinity.Simulation;

namespace Pathfinity.Storage.Tests.Durability;

/// <summary>One engine a world: who lost the lease commits nothing more, even from the middle of a run.</summary>
[Collection(FaultyHouseCollection.Name)]
public sealed class LeaseTests(FaultyHouse house)
{
    [Fact]
    public async Task The_next_holder_waits_for_a_commit_under_way_and_fences_every_later_one()
    {
        await using var world = await house.NewWorldAsync();
        await using var database = await world.OpenAsync();
        var worlds = new Worlds(database);
        await using var first = await worlds.AcquireAsync(world.Name, "the first engine", CancellationToken.None);
        Task<long> engine;
        Task<HeldWorld> taking;
        await using (var barrier = await world.HoldUpAsync())
        {
            engine = FaultyWorld.AdvanceAsync(database, first);
            await barrier.UntilReachedAsync();
            var refused = await Assert.ThrowsAsync<BadInputException>(
                () => worlds.AcquireAsync(world.Name, "the second engine", CancellationToken.None));
            Assert.Contains("held by the first engine", refused.Message, StringComparison.Ordinal);
            await CutLeaseAsync(world);
            taking = worlds.AcquireAsync(world.Name, "the second engine", CancellationToken.None);
            await UntilWaitingAsync(world);
            Assert.False(taking.IsCompleted);
        }
        await using var second = await taking;
        var lost = await Assert.ThrowsAsync<LeaseLostException>(() => engine);
        Assert.Contains("now held by the second engine", lost.Message, StringComparison.Ordinal);
        Assert.Equal(first.Lease.Epoch + 1, second.Lease.Epoch);
        var stored = await world.StoredAsync();
        Assert.InRange(stored, 1, house.Rows - 1);
        Assert.Equal(house.Rows - stored, await FaultyWorld.AdvanceAsync(database, second));
        Assert.Equal(house.Digest, (await world.StatsAsync()).Digest);
        Assert.Equal(house.Rows, await world.StoredAsync());
    }

    /// <summary>Ends the session whose lock is the lease, as a broken network does.</summary>
    private static Task CutLeaseAsync(FaultyWorld world) => world.AskAsync<bool>($"""
        SELECT pg_terminate_backend(l.pid, 10000) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
        WHERE l.locktype = 'advisory' AND l.mode = 'ExclusiveLock' AND a.application_name = 'engine of {world.Name}'
        """);

    /// <summary>Waits until the second engine waits for the commit of the first.</summary>
    private static async Task UntilWaitingAsync(FaultyWorld world)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await world.AskAsync<bool>($"""
            SELECT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = 'engine of {world.Name}'
                AND query LIKE 'SELECT pg_advisory_xact_lock(%' AND wait_event_type = 'Lock')
            """))
        {
            await tick.WaitForNextTickAsync(limit.Token);
        }
    }
}
