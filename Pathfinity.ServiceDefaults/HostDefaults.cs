using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Pathfinity.ServiceDefaults;

/// <summary>What every host of Pathfinity has: health, an orderly end, and telemetry where it is wanted.</summary>
public static class HostDefaults
{
    /// <summary>An embedded database writes a checkpoint before it stops.</summary>
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);

    /// <param name="builder">The host to be.</param>
    /// <param name="telemetry">The process's own, or null; it must live longer than the host.</param>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder, Telemetry? telemetry)
        where TBuilder : IHostApplicationBuilder
    {
        telemetry?.AddTo(builder.Logging);
        builder.Services.AddHealthChecks().AddCheck<RunningCheck>("running");
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopLimit);
        return builder;
    }

    /// <summary>
    /// `/health/live` answers 200 while the process serves at all; `/health/ready` answers 200 when every check of the
    /// host holds and it is not about to stop, else 503. Both name the checks that they made.
    /// </summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = WriteAsync });
        endpoints.MapHealthChecks("/health/ready", new() { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => new
            {
                name = entry.Key,
                status = entry.Value.Status.ToString(),
                detail = entry.Value.Description ?? entry.Value.Exception?.Message,
            }),
    });

    private sealed class RunningCheck(IHostApplicationLifetime lifetime) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested)
            {
                return Task.FromResult(HealthCheckResult.Unhealthy("stopping"));
            }
            return Task.FromResult(lifetime.ApplicationStarted.IsCancellationRequested
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("starting"));
        }
    }
}
