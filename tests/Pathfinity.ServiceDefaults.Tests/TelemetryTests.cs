using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Pathfinity.Testing.Otlp;

namespace Pathfinity.ServiceDefaults.Tests;

/// <summary>Listeners are of the whole process, so these tests run one after another.</summary>
[Collection("telemetry")]
public sealed class TelemetryTests : IAsyncDisposable
{
    private readonly ActivitySource source = new("Pathfinity.ServiceDefaults.Tests");
    private readonly OtlpEndpoint endpoint = OtlpEndpoint.Start();

    public ValueTask DisposeAsync()
    {
        source.Dispose();
        return endpoint.DisposeAsync();
    }

    [Fact]
    public void A_span_arrives_below_its_parents()
    {
        using (Telemetry.Start("tests", Configuration()))
        using (source.StartActivity("school day"))
        using (source.StartActivity("commit"))
        using (var copy = source.StartActivity("copy"))
        {
            copy!.SetTag("rows", 42);
        }

        var arrived = endpoint.Spans.Single(span => span.Name == "copy");
        Assert.Equal(["commit", "school day"], endpoint.ParentsOf(arrived).Select(span => span.Name));
        Assert.Equal(("tests", source.Name), (arrived.Service, arrived.Source));
        Assert.Equal("42", arrived.Attributes["rows"]);
        Assert.True(arrived.EndNanoseconds >= arrived.StartNanoseconds && arrived.StartNanoseconds > 0);
    }

    [Fact]
    public async Task A_waiting_test_is_told_when_its_span_arrives()
    {
        var arrival = endpoint.SpanAsync(span => span.Name == "late", TimeSpan.FromSeconds(30));
        using (Telemetry.Start("tests", Configuration()))
        {
            source.StartActivity("late")!.Dispose();
        }

        Assert.Empty(endpoint.ParentsOf(await arrival));
    }

    [Fact]
    public void Counts_arrive_when_the_process_ends()
    {
        using var meter = new Meter("Pathfinity.ServiceDefaults.Tests");
        using (Telemetry.Start("tests", Configuration()))
        {
            var rows = meter.CreateCounter<long>("pathfinity.rows");
            rows.Add(40);
            rows.Add(2);
        }

        Assert.Equal(42, endpoint.Metrics.Last(metric => metric.Name == "pathfinity.rows").Value);
        Assert.Contains(endpoint.Metrics, metric => metric.Meter == "System.Runtime");
    }

    [Fact]
    public void A_log_line_arrives_with_the_span_that_it_was_written_in()
    {
        using (var telemetry = Telemetry.Start("tests", Configuration())!)
        using (var loggers = LoggerFactory.Create(telemetry.AddTo))
        using (source.StartActivity("school day"))
        {
            loggers.CreateLogger("Pathfinity.Day").LogWarning("{Students} students are late", 3);
        }

        var log = endpoint.Logs.Single();
        Assert.Equal(("Pathfinity.Day", "3 students are late"), (log.Category, log.Body));
        Assert.Equal(endpoint.Spans.Single(span => span.Name == "school day").SpanId, log.SpanId);
    }

    [Fact]
    public void The_environment_may_name_the_service()
    {
        using (Telemetry.Start("tests", Configuration(("OTEL_SERVICE_NAME", "a-name-of-its-own"))))
        {
            source.StartActivity("named")!.Dispose();
        }

        Assert.Equal("a-name-of-its-own", endpoint.Spans.Single(span => span.Name == "named").Service);
    }

    [Fact]
    public void Sources_that_are_not_ours_are_not_sent()
    {
        using var other = new ActivitySource("Elsewhere");
        using (Telemetry.Start("tests", Configuration()))
        {
            other.StartActivity("private")?.Dispose();
            source.StartActivity("public")!.Dispose();
        }

        Assert.Equal(["public"], endpoint.Spans.Select(span => span.Name));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_an_endpoint_nothing_listens(string? address)
    {
        using var telemetry = Telemetry.Start("tests", Configuration((Telemetry.Endpoint, address)));

        Assert.Null(telemetry);
        Assert.Null(source.StartActivity("unheard"));
    }

    [Theory]
    [InlineData("localhost:4318")]
    [InlineData("collector")]
    [InlineData("file:///tmp/x")]
    public void An_endpoint_that_is_no_url_is_refused_by_name(string address)
    {
        var refusal = Assert.Throws<FormatException>(
            () => Telemetry.Start("tests", Configuration((Telemetry.Endpoint, address))));

        Assert.Contains($"{Telemetry.Endpoint} is {address}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_ends_in_peace_when_nobody_takes_its_telemetry()
    {
        await endpoint.DisposeAsync();
        using (Telemetry.Start("tests", Configuration()))
        {
            source.StartActivity("lost")!.Dispose();
        }

        Assert.Empty(endpoint.Spans);
    }

    private IConfiguration Configuration(params (string Name, string? Value)[] more) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(endpoint.Environment)
            .AddInMemoryCollection(more.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)))
            .Build();
}
