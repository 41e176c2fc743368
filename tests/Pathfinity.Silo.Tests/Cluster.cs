using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Orleans.TestingHost;
using Pathfinity.Api;
using Pathfinity.Contracts;
using Pathfinity.Storage;

namespace Pathfinity.Silo.Tests;

/// <summary>Silos in this process, with the grains' state in the world's database.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);
    private readonly InProcessTestCluster cluster;

    private Cluster(InProcessTestCluster cluster) => this.cluster = cluster;

    public InProcessTestCluster Silos => cluster;

    public IWorldGrain World => cluster.Client.GetGrain<IWorldGrain>(GrainKeys.World(Town.World));

    /// <summary>The world as the API controls it.</summary>
    private GrainSimulation Simulation => new(
        Town.World, cluster.Client, (_, _) => throw new NotSupportedException(), TimeProvider.System);

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
        builder.ConfigureClient(client => client.Services.AddClusterErrors());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new Cluster(cluster);
    }

    /// <summary>Lives up to an instant, as fast as it can; returns once that is stored.</summary>
    public async Task RunToAsync(Instant until)
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await Simulation.RunToAsync(until, limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"It did not come to {until}: {await World.ReportAsync()}");
        }
    }

    /// <summary>Gives a command, again where nobody answers for now.</summary>
    public async Task TellAsync(WorldAct act, double value)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await World.CommandAsync(new WorldCommand { Act = act, Value = value });
                return;
            }
            catch (Exception e) when (ClusterErrors.IsPassing(e) && TimeProvider.System.GetElapsedTime(started) < Limit)
            {
                // A silo was lost, or the machine is busy; the next one answers.
            }
        }
    }

    /// <summary>Lives up to an instant, and from there on as time goes by.</summary>
    public async Task LiveAsync(Instant from, double speed)
    {
        await RunToAsync(from);
        await TellAsync(WorldAct.Speed, speed);
        await TellAsync(WorldAct.Follow, (double)ClockKind.Wall);
    }

    /// <summary>The silo on which a school is to be.</summary>
    public SiloAddress SiloOf(int school) => SchoolPlacementDirector.SiloOf(
        school, [.. cluster.GetActiveSilos().Select(silo => silo.SiloAddress).Order()]);

    /// <summary>Waits until the silos of students' grains, one for each, are as is wanted.</summary>
    public async Task<List<SiloAddress>> UntilAwakeAsync(Func<List<SiloAddress>, bool> fits)
    {
        var awake = new List<SiloAddress>();
        var started = TimeProvider.System.GetTimestamp();
        while (!fits(awake) && TimeProvider.System.GetElapsedTime(started) < Limit)
        {
            awake = [.. (await StatisticsAsync("student")).Select(statistic => statistic.SiloAddress)];
        }
        Assert.True(fits(awake), $"{awake.Count} students are awake");
        return awake;
    }

    /// <summary>Waits until so many students' grains are active; how many are.</summary>
    public async Task<int> UntilAwakeAsync(int students)
    {
        var management = cluster.Client.GetGrain<IManagementGrain>(0);
        var (awake, started) = (0, TimeProvider.System.GetTimestamp());
        while (awake < students)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Limit, $"{awake} students are awake");
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
            awake = (await management.GetSimpleGrainStatistics())
                .Where(statistic => statistic.GrainType.Contains("StudentGrain", StringComparison.Ordinal))
                .Sum(statistic => statistic.ActivationCount);
        }
        return awake;
    }

    /// <summary>How many grains of a kind are on each silo that has any.</summary>
    public async Task<Dictionary<SiloAddress, int>> ActivationsAsync(string kind) => (await StatisticsAsync(kind))
        .CountBy(statistic => statistic.SiloAddress).ToDictionary();

    /// <summary>The grains of a kind that are active.</summary>
    public async Task<List<GrainId>> KeysAsync(string kind) =>
        [.. (await StatisticsAsync(kind)).Select(statistic => statistic.GrainId)];

    private async Task<IEnumerable<DetailedGrainStatistic>> StatisticsAsync(string kind) =>
        (await cluster.Client.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics())
        .Where(statistic => statistic.GrainId.Key.ToString()!.StartsWith(kind + "-", StringComparison.Ordinal));

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
            catch (Exception e) when (ClusterErrors.IsPassing(e))
            {
                // A silo was lost, or the database is away; the next one answers.
                last = e;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
        throw new TimeoutException($"It did not come to that: {last}");
    }

    public async ValueTask DisposeAsync() => await cluster.DisposeAsync();
}
