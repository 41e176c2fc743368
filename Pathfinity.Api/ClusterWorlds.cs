using Pathfinity.Contracts;
using Pathfinity.Simulation;
using Pathfinity.Storage;
using Pathfinity.Web;

namespace Pathfinity.Api;

/// <summary>
/// Has the cluster live the worlds that are named in the configuration, each by its clock, and shows them until the host
/// stops. A world that is not there yet is waited for.
/// </summary>
internal sealed partial class ClusterWorlds(
    IClusterClient cluster, Database database, SimulationDirectory simulations, Readiness readiness,
    IConfiguration configuration, TimeProvider time, ILogger<ClusterWorlds> log) : BackgroundService
{
    /// <summary>Names of worlds with commas between; each may have a clock, as in demo:wall.</summary>
    public const string Setting = "Pathfinity:Worlds";

    private const string Default = "demo";
    private static readonly TimeSpan LookPause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var catalogue = await CatalogueStore.OpenAsync(database, stoppingToken);
        var wanted = (configuration[Setting] ?? Default).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        await Task.WhenAll(wanted.Select(text => ShowAsync(text, catalogue, stoppingToken)));
    }

    private async Task ShowAsync(string text, CatalogueStore catalogue, CancellationToken cancellation)
    {
        var name = text.Split(':')[0];
        readiness.Await($"the world {name}");
        var worlds = new Storage.Worlds(database);
        while (!await worlds.ExistsAsync(name, cancellation))
        {
            await Task.Delay(LookPause, time, cancellation);
        }
        var simulation = new GrainSimulation(name, cluster, catalogue.LoadReleaseAsync, time);
        await FollowClockAsync(simulation, text, cancellation);
        await using var shown = simulations.Add(simulation);
        readiness.Complete();
        LogShown(name);
        await simulation.FollowAsync(cancellation);
    }

    private async Task FollowClockAsync(GrainSimulation simulation, string text, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await simulation.FollowAsync(await ClockAsync(simulation.World, text, cancellation));
                return;
            }
            catch (Exception e) when (ClusterErrors.IsPassing(e))
            {
                // No silo is up yet, or the database is away.
                await Task.Delay(LookPause, time, cancellation);
            }
        }
    }

    /// <summary>The clock that is named, or that worlds of this calendar are made for.</summary>
    private async Task<ClockKind> ClockAsync(string world, string text, CancellationToken cancellation)
    {
        if (text.Split(':') is [_, var named])
        {
            return Enum.TryParse<ClockKind>(named, ignoreCase: true, out var kind) ? kind : throw new BadInputException(
                $"'{named}' is no clock; write told, wall or demo after the world's name");
        }
        var outline = await new SchoolReader(database).OutlineAsync(world, cancellation);
        return outline.Spec.Calendar == CalendarKind.Continuous ? ClockKind.Demo : ClockKind.Wall;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The world {World} is shown")]
    private partial void LogShown(string world);
}
