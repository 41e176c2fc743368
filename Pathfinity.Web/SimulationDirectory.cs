using System.Collections.Concurrent;
using Pathfinity.Simulation;
using Pathfinity.Web.Live;

namespace Pathfinity.Web;

/// <summary>The worlds that are live in this process.</summary>
public sealed class SimulationDirectory
{
    private readonly ConcurrentDictionary<string, LiveWorld> worlds = new(StringComparer.Ordinal);

    /// <summary>Shows a world as live until the result is disposed.</summary>
    /// <exception cref="InvalidOperationException">A world of this name is live already.</exception>
    public IAsyncDisposable Add(ISimulation simulation)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        var world = new LiveWorld(simulation);
        if (!worlds.TryAdd(simulation.World, world))
        {
            throw new InvalidOperationException($"The world '{simulation.World}' is live already.");
        }
        world.Watch();
        return new Entry(worlds, world);
    }

    internal LiveWorld? Find(string world) => worlds.GetValueOrDefault(world);

    private sealed class Entry(ConcurrentDictionary<string, LiveWorld> worlds, LiveWorld world) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            worlds.TryRemove(new(world.Simulation.World, world));
            return world.DisposeAsync();
        }
    }
}
