using System.Collections.Concurrent;
using System.Globalization;
using Pathfinity.Storage;

namespace Pathfinity.Silo.Worlds;

/// <summary>The worlds that this silo holds for its cluster; a silo that stops lets go of them.</summary>
internal sealed class HeldWorlds(Database database) : IHostedService, IAsyncDisposable
{
    private readonly ConcurrentDictionary<HeldWorld, bool> held = [];

    /// <summary>Takes a world for as long as the silo runs, or until it is let go.</summary>
    /// <exception cref="BadInputException">There is no such world, or another engine holds it.</exception>
    public async Task<HeldWorld> AcquireAsync(string world, string silo, CancellationToken cancellation)
    {
        var holder = string.Create(
            CultureInfo.InvariantCulture, $"silo {silo} on {Environment.MachineName}, process {Environment.ProcessId}");
        var taken = await HeldWorld.AcquireAsync(database, world, holder, cancellation);
        held.TryAdd(taken, true);
        return taken;
    }

    public async Task ReleaseAsync(HeldWorld world)
    {
        held.TryRemove(world, out _);
        await world.DisposeAsync();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var world in held.Keys)
        {
            await ReleaseAsync(world);
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);
}
