using Aspire.Hosting.ApplicationModel;

namespace Pathfinity.AppHost.Tests;

public sealed class ModelTests
{
    private static readonly string[] Hosts = ["silo", "api"];

    [Fact]
    public async Task There_are_three_silos_or_as_many_as_wanted()
    {
        await using var model = await Model.OfAsync("--database", "container");
        await using var larger = await Model.OfAsync("--database", "container", "--silos", "7");
        Assert.Equal(3, model["silo"].GetReplicaCount());
        Assert.Equal(7, larger["silo"].GetReplicaCount());
        Assert.Equal(1, model["api"].GetReplicaCount());
    }

    [Fact]
    public async Task Each_waits_for_what_it_needs()
    {
        await using var model = await Model.OfAsync("--database", "container");
        Assert.Contains(("pathfinity", WaitType.WaitUntilHealthy), model.Waits("migrations"));
        Assert.Contains(("migrations", WaitType.WaitForCompletion), model.Waits("seed-world"));
        Assert.Contains(("seed-world", WaitType.WaitForCompletion), model.Waits("silo"));
        Assert.Contains(("silo", WaitType.WaitUntilHealthy), model.Waits("api"));
    }

    [Fact]
    public async Task Hosts_are_healthy_when_they_say_so_over_http()
    {
        await using var model = await Model.OfAsync("--database", "container");
        Assert.All(Hosts, host =>
        {
            Assert.NotEmpty(model[host].Annotations.OfType<HealthCheckAnnotation>());
#pragma warning disable ASPIREPROBES001 // Probes are still called experimental.
            var probes = model[host].Annotations.OfType<EndpointProbeAnnotation>().ToDictionary(probe => probe.Type, probe => probe.Path);
            Assert.Equal("/health/live", probes[ProbeType.Liveness]);
            Assert.Equal("/health/ready", probes[ProbeType.Readiness]);
#pragma warning restore ASPIREPROBES001
        });
    }

    [Fact]
    public async Task Only_the_api_is_for_the_world_outside()
    {
        await using var model = await Model.OfAsync("--database", "container");
        bool IsExternal(string name) => model[name].Annotations.OfType<EndpointAnnotation>().Any(endpoint => endpoint.IsExternal);
        Assert.Equal(["api"], model.Names.Where(IsExternal));
    }

    [Fact]
    public async Task Silos_and_clients_find_each_other_in_the_database()
    {
        await using var model = await Model.OfAsync("--database", "container");
        foreach (var host in Hosts)
        {
            var environment = await model.EnvironmentAsync(host);
            Assert.Equal("AdoNet", environment["Orleans__Clustering__ProviderType"]);
            Assert.Equal("Npgsql", environment["Orleans__Clustering__Invariant"]);
            Assert.Equal("pathfinity", environment["Orleans__ClusterId"]);
            Assert.Equal("pathfinity", environment["Orleans__ServiceId"]);
            Assert.Equal("{pathfinity.connectionString}", environment["ConnectionStrings__pathfinity"]);
        }
        var silo = await model.EnvironmentAsync("silo");
        Assert.Equal("AdoNet", silo["Orleans__GrainStorage__Default__ProviderType"]);
        Assert.Equal("AdoNet", silo["Orleans__Reminders__ProviderType"]);
    }

    [Fact]
    public async Task Everyone_who_has_something_to_tell_sends_it_over_otlp()
    {
        await using var model = await Model.OfAsync("--database", "container");
        Assert.All(["migrations", "seed-world", .. Hosts],
            name => Assert.NotEmpty(model[name].Annotations.OfType<OtlpExporterAnnotation>()));
    }

    [Theory]
    [InlineData("--silos", "none", "the setting 'silos' is none; use a whole number above 0")]
    [InlineData("--database", "oracle", "the setting 'database' is oracle; use container, local or existing")]
    [InlineData("--target", "moon", "the setting 'target' is moon; use compose or kubernetes")]
    public async Task A_setting_that_cannot_be_is_refused(string setting, string value, string why)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => Model.OfAsync(setting, value));
        Assert.Contains(why, refused.ToString(), StringComparison.Ordinal);
    }
}
