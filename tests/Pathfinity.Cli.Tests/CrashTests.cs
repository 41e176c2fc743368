using System.Globalization;
using System.Net;
using System.Text.Json;
using Pathfinity.Determinism;
using Pathfinity.Testing;

namespace Pathfinity.Cli.Tests;

/// <summary>Real processes, killed as a power cut would: nothing that was stored is lost, and nothing is doubled.</summary>
[Collection(SchoolHouseCollection.Name)]
[Trait("Kind", "crash")]
public sealed class CrashTests(SchoolHouse house)
{
    private const string From = "2026-01-05";
    private const string To = "2026-03-20";

    private static int Kills => int.TryParse(
        Environment.GetEnvironmentVariable("PATHFINITY_CRASH_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 3;

    [Fact]
    public async Task A_simulation_killed_again_and_again_ends_where_one_that_nobody_disturbed_ends()
    {
        var whole = await house.JsonAsync(Simulate("undisturbed"));
        var dice = Dice.Of(20260105);
        await house.JsonAsync("world", "create", "--world", "killed", "--seed", "7", "--from", From, "--students", "60");
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = await house.CountAsync("SELECT count(*) FROM world_killed.attempts");
            using var process = CommandProcess.Start([.. Simulate("killed"), "--db", house.ConnectionString]);
            await UntilAsync(
                () => process.HasExited ? Task.FromResult(true) : HasMoreAsync(before, dice.Fork(kill).Below(3000)),
                $"kill {kill}");
            process.Kill();
            await process.EndAsync();
            Assert.True(await house.CountAsync("SELECT count(*) FROM world_killed.attempts") >= before);
        }
        var resumed = await house.JsonAsync(Simulate("killed"));
        Assert.Equal(whole.GetProperty("attempts").GetInt64(), resumed.GetProperty("attempts").GetInt64());
        Assert.True((await house.JsonAsync("verify", "--world", "killed")).GetProperty("ok").GetBoolean());
        Assert.Equal(whole.GetProperty("digest").GetString(), resumed.GetProperty("digest").GetString());
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

    private static string[] Simulate(string world) =>
        ["simulate", "--world", world, "--seed", "7", "--from", From, "--to", To, "--students", "60"];

    private async Task<bool> HasMoreAsync(long before, int rows) =>
        await house.CountAsync("SELECT count(*) FROM world_killed.attempts") > before + rows;

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
