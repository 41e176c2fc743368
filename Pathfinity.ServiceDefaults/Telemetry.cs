using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Pathfinity.ServiceDefaults;

/// <summary>
/// Traces, metrics and logs of one process, sent over OTLP until it is disposed, which sends what is left.
/// </summary>
/// <remarks>The OTEL_ variables of the OpenTelemetry specification say where to and how.</remarks>
public sealed class Telemetry : IDisposable
{
    /// <summary>Where to; without it there is no telemetry.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceName = "OTEL_SERVICE_NAME";

    /// <summary>How long the end of the process waits for each of the three signals to be taken.</summary>
    private const int FlushMillisecondsMax = 5_000;

    private static readonly string[] Sources = ["Pathfinity.*", "Microsoft.Orleans.*", "Microsoft.AspNetCore", "System.Net.Http", "Npgsql"];

    private static readonly string[] Meters =
        ["Pathfinity.*", "Microsoft.Orleans", "Microsoft.AspNetCore.*", "System.Net.Http", "System.Runtime", "Npgsql"];

    private readonly TracerProvider traces;
    private readonly MeterProvider metrics;
    private readonly ServiceProvider logs;

    private Telemetry(Action<ResourceBuilder> resource, IConfiguration configuration)
    {
        traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(resource)
            .AddSource(Sources)
            .AddOtlpExporter()
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(resource)
            .AddMeter(Meters)
            .AddOtlpExporter()
            .Build();
        logs = new ServiceCollection()
            .AddSingleton(configuration)
            .AddLogging(logging => logging.AddOpenTelemetry(options =>
            {
                var builder = ResourceBuilder.CreateDefault();
                resource(builder);
                options.SetResourceBuilder(builder);
                options.IncludeFormattedMessage = true;
                options.IncludeScopes = true;
                options.AddOtlpExporter();
            }))
            .BuildServiceProvider();
    }

    /// <summary>Null when no endpoint is configured: then nothing listens and nothing is spent.</summary>
    /// <param name="service">The name of the process's kind, where OTEL_SERVICE_NAME does not give another.</param>
    /// <param name="configuration">Holds the OTEL_ variables, usually those of the environment.</param>
    /// <exception cref="FormatException">The endpoint is not a URL; the message says so in one line.</exception>
    public static Telemetry? Start(string service, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var endpoint = configuration[Endpoint];
        if (string.IsNullOrEmpty(endpoint))
        {
            return null;
        }
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new FormatException($"{Endpoint} is {endpoint}, which is not a URL such as http://localhost:4318");
        }
        var name = configuration[ServiceName] is { Length: > 0 } given ? given : service;
        var instance = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        return new(
            resource => resource.AddService(name, serviceNamespace: "pathfinity", serviceInstanceId: instance),
            configuration);
    }

    /// <summary>Sends what these loggers write too. The host may end before or after the telemetry does.</summary>
    public void AddTo(ILoggingBuilder logging)
    {
        foreach (var provider in logs.GetServices<ILoggerProvider>())
        {
            logging.AddProvider(provider);
        }
    }

    public void Dispose()
    {
        traces.Shutdown(FlushMillisecondsMax);
        metrics.Shutdown(FlushMillisecondsMax);
        traces.Dispose();
        metrics.Dispose();
        logs.Dispose();
    }
}
