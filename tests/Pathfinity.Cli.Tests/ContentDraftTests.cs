using System.Text.Json;
using Pathfinity.Testing.Chat;

namespace Pathfinity.Cli.Tests;

/// <summary>Drafts of a language model at the command line.</summary>
[Collection(MadeCatalogueTests.Name)]
public sealed class ContentDraftTests(MadeCatalogue made) : IAsyncLifetime
{
    private ClaudeService service = null!;

    public async Task InitializeAsync() => service = await ClaudeService.StartAsync();

    public Task DisposeAsync() => service.DisposeAsync().AsTask();

    [Fact]
    public async Task Without_a_key_the_command_ends_with_3_and_says_what_to_set()
    {
        using var command = Start("", "--budget-usd", "1");
        var ended = await command.EndAsync();
        Assert.Equal(ExitCode.EnvironmentLacks, ended.ExitCode);
        Assert.Contains("ANTHROPIC_API_KEY", ended.Error, StringComparison.Ordinal);
        Assert.Empty(service.Asked);
    }

    [Fact]
    public async Task A_refused_key_ends_with_3_and_costs_nothing()
    {
        using var command = Start("wrong", "--budget-usd", "1", "--skill", "math.4.A.1", "--json");
        var ended = await command.EndAsync();
        Assert.Equal(ExitCode.EnvironmentLacks, ended.ExitCode);
        Assert.Contains("refuses the key", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a language model costs money")]
    [InlineData("no price is known", "--budget-usd", "1", "--model", "claude-of-tomorrow")]
    [InlineData("there is no skill", "--budget-usd", "1", "--skill", "math.3.A.99")]
    [InlineData("is not two amounts", "--budget-usd", "1", "--price", "cheap")]
    [InlineData("--budget-usd nothing is not an amount", "--budget-usd", "nothing")]
    public async Task What_is_missing_or_wrong_is_said_before_anything_is_asked(string reason, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["content", "generate", "--author", "claude", "--db", made.Db, .. arguments]);
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_killed_goes_on_without_buying_again_what_it_has()
    {
        var (reached, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var killed = Start("right", "--budget-usd", "5", "--skill", "math.3.A.2", "--json");
        service.BeforeAnswer = number =>
        {
            if (number == 4)
            {
                reached.SetResult();
                return held.Task;
            }
            return Task.CompletedTask;
        };
        await reached.Task;
        killed.Kill();
        service.BeforeAnswer = null;
        var whole = await JsonAsync("--budget-usd", "5", "--skill", "math.3.A.2");

        Assert.Equal((3, 8, 3), (Number(whole, "items"), Number(whole, "agreed"), Number(whole, "requestsKept")));
        Assert.Equal((6, 0), (service.Charged, service.ChargedTwice));
        held.SetResult();
    }

    [Fact]
    public async Task A_batch_that_was_waited_for_when_the_run_was_killed_is_fetched_by_the_next()
    {
        string[] bulk = ["--budget-usd", "50", "--items", "4", "--skill", "math.3.A.3"];
        var (reached, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        service.BeforeLook = () =>
        {
            reached.TrySetResult();
            return held.Task;
        };
        using var killed = Start("right", [.. bulk, "--json"]);
        await reached.Task;
        killed.Kill();
        service.BeforeLook = null;
        var whole = await JsonAsync(bulk);

        Assert.Equal((12, 12), (Number(whole, "items"), Number(whole, "requestsKept")));
        Assert.Equal((2, 24, 0), (service.Batches, service.Charged, service.ChargedTwice));
        held.SetResult();
    }

    private async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        using var command = Start("right", [.. arguments, "--json"]);
        var ended = await command.EndAsync();
        Assert.True(ended.ExitCode == ExitCode.Done, ended.ToString());
        return JsonDocument.Parse(ended.Output).RootElement;
    }

    private CommandProcess Start(string key, params string[] arguments) => CommandProcess.Start(
        new Dictionary<string, string?> { ["ANTHROPIC_API_KEY"] = key, ["ANTHROPIC_BASE_URL"] = service.Address.ToString().TrimEnd('/') },
        ["content", "generate", "--author", "claude", "--db", made.Db, .. arguments]);

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
