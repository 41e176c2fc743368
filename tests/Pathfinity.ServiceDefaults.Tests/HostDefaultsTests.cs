using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Pathfinity.Testing.Otlp;

namespace Pathfinity.ServiceDefaults.Tests;

[Collection("telemetry")]
public sealed class HostDefaultsTests
{
    [Fact]
    public async Task A_request_is_seen_from_the_client_to_the_log()
    {
        await using var endpoint = OtlpEndpoint.Start();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(endpoint.Environment)
            .Build();
        using (var telemetry = Telemetry.Start("tests", configuration))
        {
            await using var app = await StartAsync(telemetry, _ => { });
            using var client = new HttpClient();
            Assert.Equal("hello", await client.GetStringAsync(new Uri(app.Urls.Single() + "/hello")));
            await app.StopAsync();
        }

        var served = endpoint.Spans.Single(span => span.Source == "Microsoft.AspNetCore");
        Assert.Equal(["System.Net.Http"], endpoint.ParentsOf(served).Select(span => span.Source));
        Assert.Equal(served.SpanId, endpoint.Logs.Single(log => log.Body == "said hello").SpanId);
        Assert.Contains(endpoint.Metrics, metric => metric.Name == "http.server.request.duration");
    }

    [Fact]
    public async Task Sending_telemetry_is_itself_no_telemetry()
    {
        await using var endpoint = OtlpEndpoint.Start();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(endpoint.Environment)
            .AddInMemoryCollection([KeyValuePair.Create("OTEL_BSP_SCHEDULE_DELAY", (string?)"10")])
            .Build();
        using (Telemetry.Start("tests", configuration))
        using (var source = new System.Diagnostics.ActivitySource("Pathfinity.ServiceDefaults.Tests"))
        {
            source.StartActivity("first")!.Dispose();
            await endpoint.SpanAsync(span => span.Name == "first", TimeSpan.FromSeconds(30));
            source.StartActivity("second")!.Dispose();
        }

        Assert.Equal(["first", "second"], endpoint.Spans.Select(span => span.Name));
    }

    [Fact]
    public async Task A_host_is_live_at_once_and_ready_when_its_checks_hold()
    {
        var database = HealthCheckResult.Unhealthy("no database yet");
        await using var app = await StartAsync(null, checks => checks.AddCheck("database", () => database));
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(client, "/health/ready"));
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Contains("no database yet", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        database = HealthCheckResult.Healthy();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/health/ready"));
    }

    [Fact]
    public async Task A_host_that_is_stopping_is_live_but_no_longer_ready()
    {
        await using var app = await StartAsync(null, _ => { });
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        HttpStatusCode? live = null, ready = null;
        using var stopping = app.Lifetime.ApplicationStopping.Register(() =>
        {
            live = StatusAsync(client, "/health/live").GetAwaiter().GetResult();
            ready = StatusAsync(client, "/health/ready").GetAwaiter().GetResult();
        });

        await app.StopAsync();

        Assert.Equal(HttpStatusCode.OK, live);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready);
    }

    private static async Task<WebApplication> StartAsync(Telemetry? telemetry, Action<IHealthChecksBuilder> checks)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults(telemetry);
        checks(builder.Services.AddHealthChecks());
        var app = builder.Build();
        app.MapHealth();
        app.MapGet("/hello", () =>
        {
            app.Logger.LogInformation("said hello");
            return "hello";
        });
        await app.StartAsync();
        return app;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }
}
