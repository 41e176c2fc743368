using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Orleans.TestingHost;
using Pathfinity.Contracts;
using Pathfinity.Storage;

namespace Pathfinity.Silo.Tests;

/// <summary>Silos in this process, with the grains' state in the world's database.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);
    private readonly InProcessTestCluster cluster;

    private Cluster(InProcessTestCluster cluster) => this.cluster = cluster;

    public InProcessTestCluster Silos => cluster;

    public IWorldGrain World => cluster.Client.GetGrain<IWorldGrain>(GrainKeys.World(Town.World));

    public static async Task<Cluster> StartAsync(
        TownDatabase town, short silos, Action<ISiloBuilder>? configure = null)
    {
        var builder = new InProcessTestClusterBuilder(silos);
        var state = new Npgsql.NpgsqlConnectionStringBuilder(town.ConnectionString)
        {
            SearchPath = Migrations.ClusterSchema,
        }.ConnectionString;
        var catalogue = await CatalogueStore.OpenAsync(town.Database, CancellationToken.None);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddPathfinity(town.Database, catalogue);
            silo.AddAdoNetGrainStorageAsDefault(options => (options.Invariant, options.ConnectionString) = ("Npgsql", state));
            silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = ("Npgsql", state));
            silo.Services.Configure<PathfinitySiloOptions>(options => options.SilenceMax = TimeSpan.FromSeconds(3));
            silo.Services.Configure<Orleans.Configuration.SiloMessagingOptions>(
                options => options.ResponseTimeout = TimeSpan.FromSeconds(10));
            silo.Services.AddLogging(logging => logging.AddFilter("Orleans", LogLevel.Error).AddFilter("Pathfinity", LogLevel.Warning)
                .AddSimpleConsole());
            configure?.Invoke(silo);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new Cluster(cluster);
    }

    /// <summary>Lives up to an instant, as fast as it can; returns once that is stored.</summary>
    public async Task RunToAsync(Instant until)
    {
        await World.CommandAsync(new WorldCommand { Act = WorldAct.RunTo, Value = until.ToUnixTimeMilliseconds() });
        await UntilAsync(report => report.StoredMs >= until.ToUnixTimeMilliseconds());
    }

    /// <summary>Waits until the world stands as is wanted.</summary>
    public async Task<WorldReport> UntilAsync(Func<WorldReport, bool> fits)
    {
        var started = TimeProvider.System.GetTimestamp();
        object? last = null;
        while (TimeProvider.System.GetElapsedTime(started) < Limit)
        {
            try
            {
                var report = await World.ReportAsync();
                if (fits(report))
                {
                    return report;
                }
                last = report;
            }
            catch (Exception e) when (e is TimeoutException or Orleans.Runtime.OrleansException or System.Net.Sockets.SocketException)
            {
                // A silo was lost; the next one answers.
                last = e;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
        throw new TimeoutException($"It did not come to that: {last}");
    }

    public async ValueTask DisposeAsync() => await cluster.DisposeAsync();
}
