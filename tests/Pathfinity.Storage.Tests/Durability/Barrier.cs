using Npgsql;

namespace Pathfinity.Storage.Tests.Durability;

/// <summary>A lock on a table that lets nobody write into it until it is taken away.</summary>
internal sealed class Barrier : IAsyncDisposable
{
    private readonly NpgsqlConnection holder;
    private readonly NpgsqlConnection observer;
    private readonly string table;

    private Barrier(NpgsqlConnection holder, NpgsqlConnection observer, string table) =>
        (this.holder, this.observer, this.table) = (holder, observer, table);

    public static async Task<Barrier> PutAsync(string connectionString, string table)
    {
        var barrier = new Barrier(
            new NpgsqlConnection(connectionString + ";Pooling=false"), new NpgsqlConnection(connectionString + ";Pooling=false"), table);
        await barrier.holder.OpenAsync();
        await barrier.observer.OpenAsync();
        await using var command = new NpgsqlCommand($"BEGIN; LOCK TABLE {table} IN EXCLUSIVE MODE", barrier.holder);
        await command.ExecuteNonQueryAsync();
        return barrier;
    }

    /// <summary>Waits until somebody stands before it, or has stood so many seconds.</summary>
    public async Task UntilReachedAsync(int seconds = 0)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        await using var command = new NpgsqlCommand(
            $"""
            SELECT EXISTS (SELECT FROM pg_locks AS l LEFT JOIN pg_inherits AS i ON i.inhrelid = l.relation
                WHERE '{table}'::regclass IN (l.relation, i.inhparent) AND NOT granted
                    AND coalesce(waitstart, clock_timestamp()) <= clock_timestamp() - interval '{seconds} s')
            """, observer);
        while (await command.ExecuteScalarAsync(limit.Token) is not true)
        {
            await tick.WaitForNextTickAsync(limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await holder.DisposeAsync();
        await observer.DisposeAsync();
    }
}
