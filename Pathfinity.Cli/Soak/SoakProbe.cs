using System.Diagnostics;
using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Cli.Soak;

/// <summary>Measures this process, its live engine and the server's log, now and then.</summary>
internal sealed class SoakProbe(LiveEngine engine, NpgsqlDataSource database, Stopwatch clock)
{
    private const double Megabyte = 1e6;
    private string? start;

    public async Task<SoakSample> SampleAsync(CancellationToken cancellation)
    {
        var wal = await WalAsync(cancellation);
        using var process = Process.GetCurrentProcess();
        return new SoakSample(
            clock.Elapsed, process.WorkingSet64 / Megabyte, GC.GetGCMemoryInfo().HeapSizeBytes / Megabyte, process.HandleCount,
            engine.Status.LagMs, wal);
    }

    private async Task<double> WalAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(
            "SELECT pg_current_wal_lsn()::text, (pg_current_wal_lsn() - coalesce($1::pg_lsn, pg_current_wal_lsn()))::float8", connection);
        command.Parameters.Add(new() { Value = (object?)start ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        start ??= reader.GetString(0);
        return reader.GetDouble(1) / Megabyte;
    }
}
