using Npgsql;
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
            if (args is [DraftJob.Argument, ..])
            {
                return await DraftJob.RunAsync(builder, connectionString, telemetry, args[1..]);
            }
            if (args is [Migrate])
            {
                await using var direct = await Database.OpenAsync(connectionString, CancellationToken.None);
                await SchemaVersions.MigrateAsync(direct, CancellationToken.None);
                return 0;
            }
            builder.AddServiceDefaults(telemetry);
            builder.AddDataSource(connectionString, Database.Configure);
            builder.Services.AddSingleton(
                services => Database.Of(services.GetRequiredService<NpgsqlDataSource>(), connectionString));
            builder.Configuration.AddCluster(connectionString, Migrations.ClusterSchema);
            CatalogueStore? catalogue = null;
            builder.UseOrleans(silo => silo.AddPathfinity(() => catalogue!).AddDashboard());
            await using var app = builder.Build();
            var database = app.Services.GetRequiredService<Database>();
            await database.RequireFitAsync(CancellationToken.None);
            await SchemaVersions.RequireAsync(database, CancellationToken.None);
            catalogue = await CatalogueStore.OpenAsync(database, CancellationToken.None);
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
