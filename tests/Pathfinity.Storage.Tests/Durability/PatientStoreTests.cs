using Npgsql;
using Pathfinity.Simulation;
using Pathfinity.Storage.Tests.Embedded;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests.Durability;

/// <summary>An engine whose store is patient outlives its database.</summary>
[Collection(FaultyHouseCollection.Name)]
public sealed class PatientStoreTests(FaultyHouse house)
{
    [UnixFact]
    public async Task A_server_that_crashes_and_recovers_finds_the_engine_waiting() => await OutlivesAsync(async world =>
        // The server ends all its sessions and starts anew when one of its processes was killed.
        ProcessSignal.Kill(await world.AskAsync<int>(
            $"SELECT min(pid) FROM pg_stat_activity WHERE application_name = 'engine of {world.Name}'")));

    [Fact]
    public async Task Connections_that_are_cut_are_made_anew_and_the_world_stays_ours() =>
        await OutlivesAsync(world => world.CutAsync());

    [Fact]
    public async Task Who_lost_the_world_while_the_database_was_away_stores_nothing_more()
    {
        await using var world = await house.NewWorldAsync();
        await using var database = await world.OpenAsync();
        await using var held = await new Worlds(database).AcquireAsync(world.Name, "an engine", CancellationToken.None);
        var barrier = await world.HoldUpAsync();
        await using (barrier)
        {
            var engine = RunAsync(database, held, []);
            await barrier.UntilReachedAsync();
            await world.AskAsync<long>($"UPDATE {world.Schema}.lease SET epoch = epoch + 1, holder = 'another' RETURNING epoch");
            await world.CutAsync();
            var e = await Assert.ThrowsAsync<LeaseLostException>(() => engine.WaitAsync(TimeSpan.FromMinutes(2)));
            Assert.Contains("held by another", e.Message, StringComparison.Ordinal);
        }
        await world.AdvanceAsync();
        Assert.Equal(house.Digest, (await world.StatsAsync()).Digest);
    }

    [Fact]
    public void What_would_fail_again_is_not_asked_again()
    {
        static PostgresException Said(string state) => new("no", "ERROR", "ERROR", state);
        Assert.True(PatientStore.IsPassing(Said(PostgresErrorCodes.AdminShutdown)));
        Assert.True(PatientStore.IsPassing(Said(PostgresErrorCodes.CannotConnectNow)));
        Assert.True(PatientStore.IsPassing(new NpgsqlException("cut", new IOException())));
        Assert.False(PatientStore.IsPassing(Said(PostgresErrorCodes.UniqueViolation)));
        Assert.False(PatientStore.IsPassing(Said(PostgresErrorCodes.QueryCanceled)));
        Assert.False(PatientStore.IsPassing(new LeaseLostException("another")));
    }

    /// <summary>Disturbs an engine in the middle of a commit; it ends by itself where an undisturbed one ends.</summary>
    private async Task OutlivesAsync(Func<FaultyWorld, Task> disturb)
    {
        await using var world = await house.NewWorldAsync();
        await using var database = await world.OpenAsync();
        await using var held = await new Worlds(database).AcquireAsync(world.Name, "an engine", CancellationToken.None);
        var told = new List<string>();
        Task<long> engine;
        var barrier = await world.HoldUpAsync();
        await using (barrier)
        {
            engine = RunAsync(database, held, told);
            await barrier.UntilReachedAsync();
            await disturb(world);
        }
        await engine.WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(house.Digest, (await world.StatsAsync()).Digest);
        Assert.Equal(house.Rows, await world.StoredAsync());
        Assert.Contains(told, line => line.Contains("is away", StringComparison.Ordinal));
        Assert.Contains(told, line => line.Contains("is back", StringComparison.Ordinal));
        await Assert.ThrowsAsync<BadInputException>(
            () => new Worlds(database).AcquireAsync(world.Name, "another", CancellationToken.None));
    }

    private static async Task<long> RunAsync(Database database, HeldWorld held, List<string> told)
    {
        var catalogue = await CatalogueStore.OpenAsync(database, CancellationToken.None);
        var store = new PatientStore(
            new WorldStore(database, catalogue.LoadReleaseAsync), held, TimeProvider.System, line =>
            {
                lock (told)
                {
                    told.Add(line);
                }
            });
        var world = await OpenWorld.OpenAsync(store, held.Lease, CancellationToken.None);
        return await new BatchEngine(world, 2).RunToAsync(FaultyHouse.Through, null, CancellationToken.None);
    }
}
