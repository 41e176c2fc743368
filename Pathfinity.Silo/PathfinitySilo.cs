using System.Data.Common;
using Npgsql;
using Orleans.Configuration;
using Pathfinity.Contracts;
using Pathfinity.Silo.Worlds;
using Pathfinity.Storage;

namespace Pathfinity.Silo;

/// <summary>What makes a silo one of Pathfinity's.</summary>
public static class PathfinitySilo
{
    /// <summary>A grain that nobody has called for so long is put away; students go by themselves.</summary>
    private static readonly TimeSpan CollectionAge = TimeSpan.FromMinutes(15);

    /// <summary>How long a call may take: longer than the longest batch, shorter than a person waits.</summary>
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Share of memory beyond which idle grains are put away at once, in percent.</summary>
    private const int MemoryPercentMax = 80;

    /// <param name="database">Stays the caller's; it must live longer than the silo.</param>
    public static ISiloBuilder AddPathfinity(this ISiloBuilder silo, Database database, CatalogueStore catalogue)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.Services.AddSingleton(database);
        return silo.AddPathfinity(() => catalogue);
    }

    /// <summary>The same for a host whose services have the <see cref="Database"/>.</summary>
    /// <param name="catalogue">Asked for when the silo needs it, which is after it has started.</param>
    public static ISiloBuilder AddPathfinity(this ISiloBuilder silo, Func<CatalogueStore> catalogue)
    {
        ArgumentNullException.ThrowIfNull(silo);
        DbProviderFactories.RegisterFactory("Npgsql", NpgsqlFactory.Instance);
        silo.AddPlacementDirector<SchoolPlacement, SchoolPlacementDirector>();
        silo.Services.AddClusterErrors()
            .AddSingleton(services => new WorldStore(
                services.GetRequiredService<Database>(), (number, cancellation) => catalogue().LoadReleaseAsync(number, cancellation)))
            .AddSingleton<SchoolReader>()
            .AddSingleton<SiloWorlds>()
            .AddSingleton<ActivityWriter>()
            .AddSingleton<HeldWorlds>()
            .AddHostedService(services => services.GetRequiredService<HeldWorlds>())
            .AddOptions<PathfinitySiloOptions>().BindConfiguration(PathfinitySiloOptions.Section);
        silo.Services.TryAddTime();
        silo.Configure<GrainCollectionOptions>(options =>
        {
            options.CollectionAge = CollectionAge;
            options.EnableActivationSheddingOnMemoryPressure = true;
            options.MemoryUsageLimitPercentage = MemoryPercentMax;
        });
        silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = ResponseTimeout);
        return silo;
    }

    private static void TryAddTime(this IServiceCollection services)
    {
        if (!services.Any(service => service.ServiceType == typeof(TimeProvider)))
        {
            services.AddSingleton(TimeProvider.System);
        }
    }
}
