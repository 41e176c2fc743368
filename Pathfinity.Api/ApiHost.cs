using System.Data.Common;
using Npgsql;
using Pathfinity.Contracts;
using Pathfinity.ServiceDefaults;
using Pathfinity.Storage;
using Pathfinity.Web;
using Telemetry = Pathfinity.ServiceDefaults.Telemetry;

namespace Pathfinity.Api;

/// <summary>The cluster's front door as a process: the dashboard and the HTTP API over an Orleans client.</summary>
public static class ApiHost
{
    private const int BadInput = 2;
    private const int EnvironmentLacks = 3;

    /// <summary>Serves until it is stopped. What keeps it from starting is said in one line.</summary>
    /// <returns>The exit code: 0 done, 2 bad input, 3 the environment lacks something.</returns>
    public static async Task<int> RunAsync()
    {
        try
        {
            var configuration = new ConfigurationManager();
            configuration.AddEnvironmentVariables();
            using var telemetry = Telemetry.Start("pathfinity-api", configuration);
            var connectionString = configuration.GetConnectionString(ClusterSettings.Connection)
                ?? throw new BadInputException($"set ConnectionStrings__{ClusterSettings.Connection} to the database");
            await ServeAsync(connectionString, configuration["ASPNETCORE_URLS"], telemetry);
            return 0;
        }
        catch (Exception e) when (e is BadInputException or EnvironmentException or FormatException)
        {
            await Console.Error.WriteLineAsync($"pathfinity-api: {e.Message}");
            return e is EnvironmentException ? EnvironmentLacks : BadInput;
        }
    }

    private static async Task ServeAsync(string connectionString, string? urls, Telemetry? telemetry)
    {
        DbProviderFactories.RegisterFactory("Npgsql", NpgsqlFactory.Instance);
        var settings = new WebSettings { Application = typeof(ApiHost).Assembly.GetName().Name! };
        var readiness = new Readiness();
        await using var app = WebHost.Build(settings, new SimulationDirectory(), readiness, builder =>
        {
            builder.AddDataSource(connectionString, Database.Configure);
            builder.Services.AddSingleton(
                services => Database.Of(services.GetRequiredService<NpgsqlDataSource>(), connectionString));
            builder.WebHost.UseUrls(urls ?? $"http://*:{WebSettings.DefaultPort}");
            builder.AddServiceDefaults(telemetry);
            builder.Configuration.AddCluster(connectionString, Migrations.ClusterSchema, client: true);
            builder.UseOrleansClient();
            builder.Services.AddClusterErrors();
            builder.Services.AddHostedService<ClusterWorlds>();
            builder.Services.AddSingleton<IHostLifetime, Microsoft.Extensions.Hosting.Internal.ConsoleLifetime>();
        });
        var database = app.Services.GetRequiredService<Database>();
        await database.RequireFitAsync(CancellationToken.None);
        await SchemaVersions.RequireAsync(database, CancellationToken.None);
        app.MapHealth();
        await app.RunAsync();
    }
}
