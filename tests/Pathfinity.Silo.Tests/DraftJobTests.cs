using Pathfinity.Content;
using Pathfinity.Simulation;
using Pathfinity.Testing.Chat;
using Pathfinity.Testing.Otlp;

namespace Pathfinity.Silo.Tests;

/// <summary>A language model's drafts as a job of the cluster.</summary>
[Collection(Towns.Name)]
public sealed class DraftJobTests(Town town)
{
    private static readonly WorldSpec Spec = new() { Seed = 43, From = TownDatabase.Monday, Students = 28 };

    [Fact]
    public async Task Drafts_are_bought_through_the_hosts_client_and_told_over_otlp()
    {
        await using var there = await town.NewAsync(Spec);
        await using var service = await ClaudeService.StartAsync();
        await using var otlp = OtlpEndpoint.Start();
        var environment = new Dictionary<string, string>(otlp.Environment.Select(own => KeyValuePair.Create(own.Key, own.Value!)))
        {
            [Claude.KeyVariable] = "right", ["ANTHROPIC_BASE_URL"] = service.Address.ToString(),
        };
        using var job = HostProcess.Job(there.ConnectionString, environment, DraftJob.Argument, "5", "math.5.A.1");

        Assert.Equal((0, ""), await job.EndAsync());
        Assert.True(service.Charged > 0);
        Assert.True(await there.AskAsync<long>("SELECT count(*) FROM catalogue.questions WHERE author = 'claude'") > 0);
        Assert.Contains(otlp.Spans, span => span.Name.StartsWith("chat ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_key_or_a_budget_it_says_what_to_set()
    {
        await using var there = await town.NewAsync(Spec);
        using var keyless = HostProcess.Job(there.ConnectionString, new() { [Claude.KeyVariable] = "" }, DraftJob.Argument, "5");
        var (code, error) = await keyless.EndAsync();
        Assert.Equal(3, code);
        Assert.Contains("set ANTHROPIC_API_KEY", error, StringComparison.Ordinal);

        using var free = HostProcess.Job(there.ConnectionString, new() { [Claude.KeyVariable] = "right" }, DraftJob.Argument);
        (code, error) = await free.EndAsync();
        Assert.Equal(2, code);
        Assert.Contains("say how much may be spent", error, StringComparison.Ordinal);
    }
}
