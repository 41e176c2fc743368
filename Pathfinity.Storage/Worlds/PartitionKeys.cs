using Npgsql;

namespace Pathfinity.Storage;

/// <summary>
/// The keys of a world's partitions, which a load puts off: to sort a month of keys once takes a fraction of what it
/// takes to find the place of each. That no activity is stored twice is seen to by the marks of the students. The indexes
/// on instants and days help to find what came last among rows that came in the order of time, so that who lives on in a
/// month alone has them.
/// </summary>
internal sealed class PartitionKeys(Database database, string world)
{
    private const int BuiltAtOnce = 2;
    private const int SmallBytes = 8 * 1024 * 1024;
    private static readonly (string Table, string Column)[] Instants = [("attempts", "answered_at"), ("sessions", "started_at")];
    private static readonly (string Table, string Column)[] Days = [("attempts", "day"), ("visits", "day")];
    private readonly string schema = WorldName.Quoted(world);

    /// <summary>The partitions that there are.</summary>
    public async Task<List<string>> PartitionsAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await NamesAsync(connection, "true", cancellation);

    /// <summary>
    /// Takes keys and indexes off partitions of a month that have just been made, within the transaction that makes them.
    /// </summary>
    public async Task RemoveAsync(
        NpgsqlConnection connection, DateOnly month, IEnumerable<string> now, IEnumerable<string> before,
        CancellationToken cancellation)
    {
        var made = now.Except(before).ToHashSet(StringComparer.Ordinal);
        var keys = made.Order(StringComparer.Ordinal).Select(name => $"ALTER TABLE {schema}.{name} DROP CONSTRAINT {Key(name)}");
        var instants = Instants.Where(one => made.Contains(MonthPartitions.NameOf(one.Table, month)))
            .Select(one => $"DROP INDEX {schema}.{Index(one.Table, one.Column, month)}");
        await RunAsync(connection, string.Join("; ", keys.Concat(instants)), cancellation);
    }

    /// <summary>
    /// Sees that a month has its indexes on instants and days, one after the other: who writes holds several tables.
    /// </summary>
    public async Task AddIndexesAsync(DateOnly month, CancellationToken cancellation)
    {
        await using var connection = await database.Unhurried.OpenConnectionAsync(cancellation);
        foreach (var (table, column) in Instants.Concat(Days))
        {
            var name = MonthPartitions.NameOf(table, month);
            await RunAsync(connection, $"""
                CREATE INDEX IF NOT EXISTS {Index(table, column, month)}
                ON {schema}.{name} USING brin ({column}) WITH (pages_per_range = 32)
                """, cancellation);
        }
    }

    /// <summary>Adds the keys that are lacking: those of small partitions together, of others two at once.</summary>
    public async Task AddAsync(CancellationToken cancellation)
    {
        List<string> small, large;
        await using (var connection = await database.Unhurried.OpenConnectionAsync(cancellation))
        {
            const string Lacking = "NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = c.oid AND contype = 'p')";
            small = await NamesAsync(connection, $"{Lacking} AND pg_relation_size(c.oid) < {SmallBytes}", cancellation);
            large = await NamesAsync(connection, $"{Lacking} AND pg_relation_size(c.oid) >= {SmallBytes}", cancellation);
        }
        var turns = large.Select(name => new[] { name }).Append([.. small]).Where(names => names.Length > 0);
        var options = new ParallelOptions { MaxDegreeOfParallelism = BuiltAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(turns, options, async (names, stop) =>
        {
            await using var connection = await database.Unhurried.OpenConnectionAsync(stop);
            using var span = Telemetry.Start("keys", connection);
            await using var transaction = await connection.BeginTransactionAsync(stop);
            // Others may go on reading while an index is built; the key itself is a matter of a moment.
            // Two are built at once; workers of the server for each would only take processors from the other.
            await RunAsync(connection, "SET LOCAL max_parallel_maintenance_workers = 0", stop);
            var sql = names.Select(name => $"CREATE UNIQUE INDEX {Key(name)} ON {schema}.{name} (id); "
                + $"ALTER TABLE {schema}.{name} ADD CONSTRAINT {Key(name)} PRIMARY KEY USING INDEX {Key(name)}");
            await RunAsync(connection, string.Join("; ", sql), stop);
            await transaction.CommitAsync(stop);
        });
    }

    private static string Key(string partition) => $"{partition}_pkey";

    /// <summary>The name that the server gives the index when it is made with its partition.</summary>
    private static string Index(string table, string column, DateOnly month) =>
        $"{MonthPartitions.NameOf(table, month)}_{column}_idx";

    private async Task<List<string>> NamesAsync(NpgsqlConnection connection, string which, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            SELECT relname::text FROM pg_class AS c
            WHERE relnamespace = $1::regnamespace AND relispartition AND relkind = 'r' AND {which} ORDER BY relname
            """, connection);
        command.Parameters.Add(new() { Value = schema });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            names.Add(reader.GetString(0));
        }
        return names;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        if (sql.Length > 0)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
