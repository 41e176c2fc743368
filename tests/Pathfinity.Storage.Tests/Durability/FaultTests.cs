using Npgsql;
using Pathfinity.Storage.Tests.Embedded;

namespace Pathfinity.Storage.Tests.Durability;

/// <summary>
/// Whatever befalls the database while a commit is under way whose rows were sent: the engine stops, and the same
/// command again ends where an undisturbed world ends.
/// </summary>
[Collection(FaultyHouseCollection.Name)]
public sealed class FaultTests(FaultyHouse house)
{
    [UnixFact]
    public async Task A_killed_server_recovers_and_the_world_goes_on()
    {
        await using var world = await house.NewWorldAsync();
        Assert.IsAssignableFrom<NpgsqlException>(await world.DisturbAsync(house.KillAsync));
        await house.RestartAsync();
        await world.EndsWholeAsync();
    }

    [Fact]
    public async Task A_restarted_server_finds_the_world_as_it_was()
    {
        await using var world = await house.NewWorldAsync();
        Assert.IsAssignableFrom<NpgsqlException>(await world.DisturbAsync(house.RestartAsync));
        await world.EndsWholeAsync();
    }

    [Fact]
    public async Task Connections_that_are_cut_leave_nothing_half_done()
    {
        await using var world = await house.NewWorldAsync();
        Assert.IsAssignableFrom<NpgsqlException>(await world.DisturbAsync(world.CutAsync));
        await world.EndsWholeAsync();
    }

    [Fact]
    public async Task A_statement_that_takes_too_long_ends_its_commit_whole()
    {
        await using var world = await house.NewWorldAsync();
        var said = await world.DisturbAsync(() => Task.CompletedTask, "Options=-c statement_timeout=2000");
        Assert.Equal(PostgresErrorCodes.QueryCanceled, Assert.IsType<PostgresException>(said).SqlState);
        await world.EndsWholeAsync();
    }

    [SmallDiskFact]
    public async Task A_full_disk_stops_a_world_until_there_is_room()
    {
        await using var disk = await SmallDisk.MountAsync(house.ConnectionString);
        await using var world = await house.NewWorldAsync($"Options=-c default_tablespace={SmallDisk.Tablespace}");
        await world.AdvanceAsync(through: FaultyHouse.Through - 21);
        await disk.FillAsync();
        var said = await Assert.ThrowsAsync<PostgresException>(() => world.AdvanceAsync());
        Assert.Equal(PostgresErrorCodes.DiskFull, said.SqlState);
        await disk.GrowAsync();
        await world.EndsWholeAsync();
        await using var database = await world.OpenAsync();
        await new Worlds(database).DropAsync(world.Name, CancellationToken.None);
    }
}
