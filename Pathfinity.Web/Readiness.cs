using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Pathfinity.Storage;

namespace Pathfinity.Web;

/// <summary>Whether the host has come so far that its worlds can be used; the host says so.</summary>
public sealed class Readiness
{
    private volatile string? waitingFor = "starting";

    /// <summary>What is still to come; null once the host is ready.</summary>
    public string? WaitingFor => waitingFor;

    public void Await(string what) => waitingFor = what;

    public void Complete() => waitingFor = null;
}

internal sealed class ReadinessCheck(Readiness readiness) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(readiness.WaitingFor is { } what ? HealthCheckResult.Unhealthy(what) : HealthCheckResult.Healthy());
}

internal sealed class DatabaseCheck(Database database) : IHealthCheck
{
    private const int SecondsMax = 2;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.Source.CreateCommand("SELECT 1");
            command.CommandTimeout = SecondsMax;
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException e)
        {
            return HealthCheckResult.Unhealthy(e.Message);
        }
    }
}
