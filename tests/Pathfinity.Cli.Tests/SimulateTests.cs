using System.Text.Json;
using Pathfinity.Testing.Otlp;

namespace Pathfinity.Cli.Tests;

[Collection(SchoolHouseCollection.Name)]
public sealed class SimulateTests(SchoolHouse house)
{
    private const string From = "2026-01-05";
    private const string To = "2026-02-10";

    [Fact]
    public async Task Threads_and_pieces_change_nothing_and_another_seed_changes_the_digest()
    {
        var one = await SimulateAsync("one", 7, To, "--threads", "1");
        var two = await SimulateAsync("two", 7, To, "--threads", "2");
        var other = await SimulateAsync("other", 8, To);
        await SimulateAsync("pieces", 7, "2026-01-09");
        await house.JsonAsync("simulate", "--world", "pieces", "--to", "2026-01-31");
        var pieces = await house.JsonAsync("simulate", "--world", "pieces", "--from", "2026-01-20", "--to", To);
        Assert.Equal(Digest(one), Digest(two));
        Assert.Equal(Digest(one), Digest(pieces));
        Assert.NotEqual(Digest(one), Digest(other));
        Assert.Equal(one.GetProperty("attempts").GetInt64(), await house.CountAsync("SELECT count(*) FROM world_one.attempts"));

        var verified = await house.JsonAsync("verify", "--world", "pieces");
        Assert.True(verified.GetProperty("ok").GetBoolean());
        var stats = await house.JsonAsync("world", "stats", "--world", "two");
        Assert.Equal(Digest(one), Digest(stats));
        Assert.Equal(one.GetProperty("sessions").GetInt64(), stats.GetProperty("tables").GetProperty("sessions").GetInt64());
    }

    [Fact]
    public async Task The_same_span_again_stores_nothing()
    {
        var first = await SimulateAsync("again", 3, "2026-01-16");
        var again = await SimulateAsync("again", 3, "2026-01-16");
        Assert.Equal(0, again.GetProperty("rows").GetInt64());
        Assert.Equal(Digest(first), Digest(again));
    }

    [Fact]
    public async Task Live_at_high_speed_ends_at_the_digest_of_a_batch()
    {
        const string Last = "2026-01-08";
        var batch = await SimulateAsync("batch", 5, Last);
        await SimulateAsync("lived", 5, From);
        var live = await house.RunAsync("live", "--world", "lived", "--speed", "400000", "--to", Last, "--out", "-");
        Assert.True(live.ExitCode == 0, live.ToString());
        Assert.Equal(Digest(batch), Digest(await house.JsonAsync("world", "stats", "--world", "lived")));
        var lines = live.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var attempts = lines.Count(line => JsonDocument.Parse(line).RootElement.GetProperty("kind").GetString() == "attempted");
        Assert.Equal(await house.CountAsync($"SELECT count(*) FROM world_lived.attempts WHERE day > '{From}'"), attempts);
    }

    [Theory]
    [InlineData("there is no world nowhere", "simulate", "--world", "nowhere", "--to", "2026-02-01")]
    [InlineData("is after", "simulate", "--world", "x", "--seed", "1", "--from", "2026-02-01", "--to", "2026-01-01")]
    [InlineData("leaves a gap", "simulate", "--world", "first", "--from", "2026-03-01", "--to", "2026-03-02")]
    [InlineData("begins on 2026-01-05", "simulate", "--world", "first", "--from", "2025-03-01", "--to", "2026-03-02")]
    [InlineData("has the seed 1", "simulate", "--world", "first", "--seed", "2", "--to", "2026-01-06")]
    [InlineData("has 14 students", "simulate", "--world", "first", "--students", "20", "--to", "2026-01-06")]
    [InlineData("needs a first day", "simulate", "--world", "y", "--seed", "1", "--to", "2026-01-06")]
    [InlineData("no world 'nowhere'", "verify", "--world", "nowhere")]
    [InlineData("no world 'nowhere'", "world", "drop", "--world", "nowhere")]
    [InlineData("no world 'nowhere'", "live", "--world", "nowhere")]
    [InlineData("is not a date", "simulate", "--to", "soon")]
    [InlineData("there is a world 'first' already", "world", "create", "--world", "first", "--seed", "1", "--from", "2026-01-05")]
    public async Task What_cannot_be_is_refused_in_one_line(string why, params string[] arguments)
    {
        var worlds = await house.CountAsync("SELECT count(*) FROM pg_namespace WHERE nspname IN ('world_x', 'world_y', 'world_nowhere')");
        var ended = await house.RunAsync(arguments);
        Assert.Equal(2, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Contains(why, ended.Error, StringComparison.Ordinal);
        Assert.Single(ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(0, worlds);
    }

    [Fact]
    public async Task A_database_that_is_away_is_exit_3()
    {
        var ended = await CommandProcess.RunAsync("world", "list", "--db", "Host=127.0.0.1;Port=1;Username=nobody;Timeout=3");
        Assert.Equal(3, ended.ExitCode);
        Assert.Contains("is not reached", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_spans_lead_from_a_school_day_to_its_copy()
    {
        await using var endpoint = OtlpEndpoint.Start();
        using var command = CommandProcess.Start(
            endpoint.Environment, "simulate", "--world", "traced", "--seed", "1", "--from", From, "--to", "2026-01-06",
            "--students", "14", "--db", house.ConnectionString);
        var ended = await command.EndAsync();
        Assert.True(ended.ExitCode == 0, ended.ToString());
        var copy = await endpoint.SpanAsync(span => span.Name == "copy attempts", TimeSpan.FromSeconds(30));
        var parents = endpoint.ParentsOf(copy).Select(span => span.Name).ToList();
        Assert.Equal(["commit", "school day"], parents.Take(2));
        Assert.Contains("stretch", parents);
    }

    private static string? Digest(JsonElement result) => result.GetProperty("digest").GetString();

    private Task<JsonElement> SimulateAsync(string world, int seed, string to, params string[] more) => house.JsonAsync(
        ["simulate", "--world", world, "--seed", $"{seed}", "--from", From, "--to", to, "--students", "42", .. more]);
}
