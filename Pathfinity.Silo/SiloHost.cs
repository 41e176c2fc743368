using Orleans.Dashboard;
using Pathfinity.Contracts;
using Pathfinity.ServiceDefaults;
using Pathfinity.Storage;
using Telemetry = Pathfinity.ServiceDefaults.Telemetry;

namespace Pathfinity.Silo;

/// <summary>A silo as a process: configured by the environment, healthy or not over HTTP, ended by a signal.</summary>
public static class SiloHost
{
    /// <summary>The argument with which the program brings all schemas up to date and ends.</summary>
    public const string Migrate = "migrate";

    private const int BadInput = 2;
    private const int EnvironmentLacks = 3;

    /// <summary>Runs until it is stopped. What keeps it from starting is said in one line.</summary>
    /// <returns>The exit code: 0 done, 2 bad input, 3 the environment lacks something.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var builder = WebApplication.CreateBuilder(args);
            using var telemetry = Telemetry.Start("pathfinity-silo", builder.Configuration);
            var connectionString = builder.Configuration.GetConnectionString(ClusterSettings.Connection)
                ?? throw new BadInputException($"set ConnectionStrings__{ClusterSettings.Connection} to the database");
            await using var database = await Database.OpenAsync(connectionString, CancellationToken.None);
            if (args is [Migrate])
            {
                await SchemaVersions.MigrateAsync(database, CancellationToken.None);
                return 0;
            }
            await SchemaVersions.RequireAsync(database, CancellationToken.None);
            builder.AddServiceDefaults(telemetry);
            builder.Configuration.AddCluster(connectionString, Migrations.ClusterSchema);
            var catalogue = await CatalogueStore.OpenAsync(database, CancellationToken.None);
            builder.UseOrleans(silo => silo.AddPathfinity(database, catalogue).AddDashboard());
            await using var app = builder.Build();
            app.MapHealth();
            app.MapOrleansDashboard("/dashboard");
            await app.RunAsync();
            return 0;
        }
        catch (Exception e) when (e is BadInputException or EnvironmentException or FormatException)
        {
            await Console.Error.WriteLineAsync($"pathfinity-silo: {e.Message}");
            return e is EnvironmentException ? EnvironmentLacks : BadInput;
        }
    }
}
