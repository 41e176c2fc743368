using Npgsql;

namespace Pathfinity.Cli.Tests;

/// <summary>
/// Sees on the server whether a simulator is between the first byte of a COPY and its commit. A transaction locks a
/// month's partition when the first row for it arrives, and lets go of it when it ends.
/// </summary>
internal sealed class CopyWatch(NpgsqlConnection connection, string world)
{
    private const string Writers = """
        SELECT count(*) FILTER (WHERE a.wait_event = 'ClientRead'), count(*)
        FROM pg_stat_activity a WHERE a.pid IN (
            SELECT l.pid FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
            WHERE l.mode = 'RowExclusiveLock' AND l.granted AND c.relispartition AND c.relkind = 'r'
                AND c.relnamespace = to_regnamespace($1))
        """;

    private const string Busy = """
        SELECT count(*), 0::bigint FROM pg_stat_activity
        WHERE application_name = $1 AND state = 'active' AND coalesce(wait_event_type, '') NOT IN ('Client', 'Lock')
        """;

    /// <summary>Name by which the simulator's sessions are told from others.</summary>
    public string Application => $"simulator of {world}";

    /// <summary>Whether some transaction is there now.</summary>
    public async Task<bool> SeesCopyAsync() => (await AskAsync(Writers, $"world_{world}")).All > 0;

    /// <summary>
    /// The same of a simulator that is frozen, which is certain: it is asked once the server has worked off what was
    /// sent, or waits for the simulator to read or to end a transaction; then nothing can commit any more.
    /// </summary>
    public async Task<bool> IsInCopyAsync()
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await AskAsync(Busy, Application)).Waiting > 0)
        {
            await tick.WaitForNextTickAsync(limit.Token);
        }
        return (await AskAsync(Writers, $"world_{world}")).Waiting > 0;
    }

    /// <summary>Waits until the server has noticed that the simulator is gone.</summary>
    public async Task UntilGoneAsync()
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await AskAsync("SELECT 0::bigint, count(*) FROM pg_stat_activity WHERE application_name = $1", Application)).All > 0)
        {
            await tick.WaitForNextTickAsync(limit.Token);
        }
    }

    private async Task<(long Waiting, long All)> AskAsync(string sql, string what)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = what });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
