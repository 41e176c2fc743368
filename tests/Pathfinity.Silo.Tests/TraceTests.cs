using Microsoft.Extensions.Configuration;
using Pathfinity.Simulation;
using Pathfinity.Testing.Otlp;
using Telemetry = Pathfinity.ServiceDefaults.Telemetry;

namespace Pathfinity.Silo.Tests;

[Collection(Towns.Name)]
public sealed class TraceTests(Town town)
{
    private static readonly WorldSpec Spec = new() { Seed = 3, From = TownDatabase.Monday, Students = 14 };

    [Fact]
    public async Task An_answered_question_is_traced_through_student_classroom_and_copy()
    {
        await using var endpoint = OtlpEndpoint.Start();
        using var telemetry = Telemetry.Start(
            "silo", new ConfigurationBuilder().AddInMemoryCollection(endpoint.Environment).Build());
        await using var there = await town.NewAsync(Spec);
        await using (var cluster = await Cluster.StartAsync(there, 1, silo => silo.AddActivityPropagation()))
        {
            await cluster.RunToAsync(there.Dawn(2));
        }
        telemetry!.Dispose();

        var copy = await endpoint.SpanAsync(
            span => span.Name == "copy attempts" && endpoint.ParentsOf(span).Any(parent => parent.Name == "student step"),
            TimeSpan.FromSeconds(20));
        Assert.Equal(
            ["commit", "store batch", "student step"], endpoint.ParentsOf(copy).Take(3).Select(parent => parent.Name));
        Assert.Contains(endpoint.Spans, span => span.TraceId == copy.TraceId
            && span.Source.StartsWith("Microsoft.Orleans", StringComparison.Ordinal)
            && span.Name.Contains("IClassroomGrain", StringComparison.Ordinal)
            && endpoint.ParentsOf(span).Any(parent => parent.Name == "student step"));
        Assert.Contains(endpoint.Metrics, metric => metric.Name == "pathfinity.silo.attempts" && metric.Value > 0);
        Assert.Contains(endpoint.Metrics, metric => metric.Meter == "Microsoft.Orleans");
    }
}
