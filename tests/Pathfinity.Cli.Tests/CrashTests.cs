using System.Globalization;
using System.Net;
using System.Text.Json;
using Npgsql;
using Pathfinity.Determinism;
using Pathfinity.Testing;
using Xunit.Abstractions;

namespace Pathfinity.Cli.Tests;

/// <summary>Real processes, killed as a power cut would: nothing that was stored is lost, and nothing is doubled.</summary>
[Collection(SchoolHouseCollection.Name)]
[Trait("Kind", "crash")]
public sealed class CrashTests(SchoolHouse house, ITestOutputHelper said)
{
    [Fact]
    public async Task A_simulation_killed_at_any_moment_ends_where_one_that_nobody_disturbed_ends()
    {
        said.WriteLine($"seed {CrashWish.Seed}");
        var whole = await house.Undisturbed;
        await using var connection = new NpgsqlConnection(house.ConnectionString);
        await connection.OpenAsync();
        var trial = new CrashTrial(house, connection, whole, "killed");
        var inCopy = 0;
        for (var kill = 0; kill < CrashWish.Kills; kill++)
        {
            var killed = await trial.RunAsync(Dice.Of((ulong)CrashWish.Seed).Fork(kill), inCopy: kill % 3 == 0);
            inCopy += killed.InCopy ? 1 : 0;
            said.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"kill {kill + 1} after {killed.After.TotalMilliseconds:0} ms{(killed.InCopy ? ", between COPY and commit" : "")}: "
                + $"{killed.Stored} of {whole.Rows} rows were stored"));
        }
        said.WriteLine($"{CrashWish.Kills} kills, {inCopy} of them between the first byte of a COPY and its commit");
        Assert.True(3 * inCopy >= CrashWish.Kills, $"{inCopy} of {CrashWish.Kills}");
    }

    [Fact]
    public async Task An_interrupted_simulation_says_that_the_same_command_continues_and_it_does()
    {
        await using var connection = new NpgsqlConnection(house.ConnectionString);
        await connection.OpenAsync();
        var trial = new CrashTrial(house, connection, await house.Undisturbed, "interrupted");
        var stopped = await trial.RunAsync(Dice.Of((ulong)CrashWish.Seed).Fork("interrupt"), inCopy: true, interrupt: true);
        Assert.True(stopped.InCopy);
    }

    [Fact]
    public async Task Up_killed_while_live_goes_on_with_the_same_world_and_verifies()
    {
        using var folder = new TempFolder();
        var data = folder.PathTo("data");
        var port = SchoolHouse.FreePort();
        string[] up = ["up", "--data", data, "--students", "28", "--history", "14", "--port", $"{port}"];
        long stored;
        using (var first = CommandProcess.Start(up))
        {
            await ReadyAsync(first, port);
            stored = await AttemptsAsync(port);
            Assert.True(stored > 0);
            first.Kill();
            await first.EndAsync();
        }
        using var second = CommandProcess.Start(up);
        await ReadyAsync(second, port);
        Assert.True(await AttemptsAsync(port) >= stored);
        var owned = await CommandProcess.RunAsync("world", "list", "--data", data);
        Assert.Equal(2, owned.ExitCode);
        Assert.Contains("in use", owned.Error, StringComparison.Ordinal);
        var taken = await CommandProcess.RunAsync("up", "--data", folder.PathTo("other"), "--port", $"{port}");
        Assert.Equal(3, taken.ExitCode);
        Assert.Contains("is in use by another program", taken.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.PathTo("other")));
        second.Kill();
        await second.EndAsync();
        var verified = await CommandProcess.RunAsync("verify", "--data", data, "--json");
        Assert.True(verified.ExitCode == 0, verified.ToString());
    }

    private static async Task ReadyAsync(CommandProcess process, int port)
    {
        using var client = new HttpClient();
        await UntilAsync(
            async () =>
            {
                if (process.HasExited)
                {
                    throw new InvalidOperationException((await process.EndAsync()).ToString());
                }
                try
                {
                    return (await client.GetAsync(new Uri($"http://localhost:{port}/health/ready"))).StatusCode == HttpStatusCode.OK;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            "ready");
    }

    private static async Task<long> AttemptsAsync(int port)
    {
        using var client = new HttpClient();
        var worlds = await client.GetStringAsync(new Uri($"http://localhost:{port}/api/worlds"));
        return JsonDocument.Parse(worlds).RootElement[0].GetProperty("totals").GetProperty("attempts").GetInt64();
    }

    private static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await holds())
        {
            Assert.True(await tick.WaitForNextTickAsync(limit.Token), what);
        }
    }
}
