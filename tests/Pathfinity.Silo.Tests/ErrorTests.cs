using Npgsql;
using Pathfinity.Contracts;
using Pathfinity.Simulation;

namespace Pathfinity.Silo.Tests;

/// <summary>What goes wrong in a grain is told to whoever asked, on another silo or in a client.</summary>
[Collection(Towns.Name)]
public sealed class ErrorTests(Town town)
{
    private static readonly WorldSpec Spec = new() { Seed = 37, From = TownDatabase.Monday, Students = 14 };

    private static readonly WorldCommand Wish = new() { Act = WorldAct.Speed, Value = 3 };

    [Fact]
    public async Task What_the_database_says_in_a_grain_reaches_the_client()
    {
        await using var there = await town.NewAsync(Spec);
        await using var cluster = await Cluster.StartAsync(there, 1);
        await cluster.World.ReportAsync();
        await there.RunAsync("ALTER TABLE orleans.grain_state RENAME TO gone");

        var inCall = await Assert.ThrowsAsync<PostgresException>(() => cluster.World.CommandAsync(Wish));
        Assert.Equal(PostgresErrorCodes.UndefinedTable, inCall.SqlState);
        Assert.Contains("grain_state", inCall.Message, StringComparison.OrdinalIgnoreCase);
        Assert.False(ClusterErrors.IsPassing(inCall));
        Assert.Contains("grain_state", inCall.ToString(), StringComparison.OrdinalIgnoreCase);

        // A grain that cannot be activated has no call in which to fail.
        var atStart = await Assert.ThrowsAnyAsync<Exception>(
            () => cluster.Silos.Client.GetGrain<IWorldGrain>(GrainKeys.World("other")).ReportAsync());
        Assert.Contains("grain_state", atStart.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_world_that_is_not_there_is_named_to_the_client()
    {
        await using var there = await town.NewAsync(Spec);
        await using var cluster = await Cluster.StartAsync(there, 1);

        var e = await Assert.ThrowsAsync<Storage.BadInputException>(() => cluster.Silos.Client
            .GetGrain<IWorldGrain>(GrainKeys.World("elsewhere")).CommandAsync(Wish));

        Assert.Contains("there is no world 'elsewhere'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_outlasts_connections_that_were_cut()
    {
        await using var there = await town.NewAsync(Spec);
        await using var cluster = await Cluster.StartAsync(there, 2);
        await cluster.TellAsync(WorldAct.Speed, 2);

        await town.CutAsync(there);
        var told = cluster.World.CommandAsync(Wish);
        await town.MendAsync(there);

        await told;
        await cluster.RunToAsync(there.Dawn(1));
    }

    [Fact]
    public async Task A_database_that_stays_away_is_said_to_be_so()
    {
        await using var there = await town.NewAsync(Spec);
        await using var cluster = await Cluster.StartAsync(there, 1);
        await cluster.TellAsync(WorldAct.Speed, 2);

        await town.CutAsync(there);
        var e = await Assert.ThrowsAnyAsync<NpgsqlException>(() => cluster.World.CommandAsync(Wish));

        Assert.True(ClusterErrors.IsPassing(e), e.ToString());
        Assert.NotEmpty(e.Message);
        await town.MendAsync(there);
    }
}
