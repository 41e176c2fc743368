using Pathfinity.Simulation;

namespace Pathfinity.Silo.Tests;

/// <summary>The same world, however many silos live it and whatever happens to them.</summary>
[Collection(Towns.Name)]
public sealed class DigestTests(Town town)
{
    private const int Days = 9;

    private static readonly WorldSpec Spec = new() { Seed = 23, From = TownDatabase.Monday, Students = 112 };

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Silos_live_the_world_that_one_process_lives(short silos)
    {
        await using var here = await town.NewAsync(Spec);
        var expected = await here.LiveHereAsync(Days);
        await using var there = await town.NewAsync(Spec);
        await using var cluster = await Cluster.StartAsync(there, silos);

        await cluster.RunToAsync(there.Dawn(Days));

        Assert.Equal(expected, await there.DigestAsync());
        Assert.Equal(here.FirstDay + Days - 1, (await cluster.World.ReportAsync()).CompleteThrough);
    }
}
