using System.Collections.Concurrent;
using Pathfinity.Contracts;
using Pathfinity.Storage;

namespace Pathfinity.Silo.Worlds;

/// <summary>The worlds of which grains live on this silo.</summary>
internal sealed class SiloWorlds(SchoolReader reader, WorldStore store, IGrainFactory grains, TimeProvider time) : IDisposable
{
    /// <summary>An order that was not confirmed for so long may have changed: a pause reaches every silo by then.</summary>
    private static readonly TimeSpan OrderAgeMax = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Task<SiloWorld>> worlds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> asking = new(StringComparer.Ordinal);

    /// <summary>The world, opened when it is first asked for.</summary>
    public async ValueTask<SiloWorld> GetAsync(string name)
    {
        var opening = worlds.GetOrAdd(name, key => Task.Run(
            () => SiloWorld.OpenAsync(key, reader, store, time, CancellationToken.None)));
        try
        {
            return await opening;
        }
        catch
        {
            worlds.TryRemove(new(name, opening));
            throw;
        }
    }

    /// <summary>The world of an order, which from now on holds here; asks for a newer one when this is old.</summary>
    public async ValueTask<SiloWorld> GetAsync(WorldOrder order)
    {
        var world = await GetAsync(order.World);
        world.Take(order);
        if (world.OrderAge > OrderAgeMax && asking.TryAdd(order.World, true))
        {
            _ = RefreshAsync(world);
        }
        return world;
    }

    public void Dispose()
    {
        foreach (var opened in worlds.Values.Where(world => world.IsCompletedSuccessfully))
        {
            opened.Result.Dispose();
        }
    }

    /// <summary>Asks the world's grain what holds now.</summary>
    public async Task RefreshAsync(SiloWorld world)
    {
        try
        {
            if (await grains.GetGrain<IWorldGrain>(GrainKeys.World(world.Name)).OrderAsync() is { } order)
            {
                world.Take(order);
            }
        }
        finally
        {
            asking.TryRemove(world.Name, out _);
        }
    }
}
