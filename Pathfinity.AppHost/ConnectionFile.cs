using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Pathfinity.AppHost;

/// <summary>The file in which a running embedded server says how to reach it; whoever waits for the server can read it.</summary>
internal sealed class ConnectionFile(string folder) : IValueProvider, IManifestExpressionProvider, IHealthCheck
{
    public string Folder => folder;

    public string ValueExpression => "{local-postgres.connectionString}";

    private string FilePath => Path.Combine(folder, "connection");

    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) =>
        (await File.ReadAllTextAsync(FilePath, cancellationToken)).Trim();

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!File.Exists(FilePath))
        {
            return HealthCheckResult.Unhealthy("the server is starting");
        }
        try
        {
            await using var connection = new NpgsqlConnection(await GetValueAsync(cancellationToken));
            await connection.OpenAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is NpgsqlException or IOException)
        {
            return HealthCheckResult.Unhealthy(e.Message);
        }
    }
}
