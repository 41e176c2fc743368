using System.Diagnostics;
using Npgsql;
using Pathfinity.Testing;

namespace Pathfinity.Cli.Tests;

[Collection(SchoolHouseCollection.Name)]
public sealed class StoppedServerTests(SchoolHouse house)
{
    private const string World = "stalled";
    private const long Megabyte = 1_000_000;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_server_that_stands_still_stops_the_simulation_and_its_memory_stays()
    {
        await using var connection = new NpgsqlConnection(house.ConnectionString);
        await connection.OpenAsync();
        var watch = new CopyWatch(connection, World);
        using var simulator = CommandProcess.Start(
            "simulate", "--world", World, "--seed", "7", "--from", "2026-01-05", "--to", "2036-06-01", "--students", "28",
            "--db", $"{house.ConnectionString};Application Name={watch.Application}");
        await UntilAsync(watch.SeesCopyAsync);
        var backends = await BackendsAsync(connection, watch.Application);
        Assert.All(backends, backend => Assert.True(ProcessSignal.Stop(backend)));
        try
        {
            using var process = Process.GetProcessById(simulator.Id);
            await UntilAsync(() => IsIdleAsync(process));
            var before = Memory(process);
            Assert.True(await IsIdleAsync(process) && await IsIdleAsync(process), "It goes on working.");
            Assert.True(Memory(process) - before < 8 * Megabyte, $"{before:N0} bytes became {Memory(process):N0}");
        }
        finally
        {
            backends.ForEach(ProcessSignal.Continue);
        }
        await UntilAsync(async () => await house.CountAsync($"SELECT count(*) FROM world_{World}.attempts") > 0);
        simulator.Kill();
        await simulator.EndAsync();
        Assert.True((await house.JsonAsync("verify", "--world", World)).GetProperty("ok").GetBoolean());
    }

    /// <summary>Whether a process does next to nothing for a while.</summary>
    private static async Task<bool> IsIdleAsync(Process process)
    {
        process.Refresh();
        var before = process.TotalProcessorTime;
        await Task.Delay(Window, TimeProvider.System);
        process.Refresh();
        return process.TotalProcessorTime - before < Window / 20;
    }

    private static long Memory(Process process)
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    private static async Task<List<int>> BackendsAsync(NpgsqlConnection connection, string application)
    {
        await using var command = new NpgsqlCommand("SELECT pid FROM pg_stat_activity WHERE application_name = $1", connection);
        command.Parameters.Add(new() { Value = application });
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<int>();
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetInt32(0));
        }
        return found;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!await holds())
        {
            await tick.WaitForNextTickAsync(limit.Token);
        }
    }
}
