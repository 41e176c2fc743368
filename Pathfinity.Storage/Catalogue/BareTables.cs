using Npgsql;

namespace Pathfinity.Storage;

/// <summary>
/// Empty tables without keys, references and indexes, to be filled at once: sorting rows at the end costs a fraction of
/// keeping order row by row, and a table that is made in the transaction that fills it goes past the log.
/// </summary>
internal sealed class BareTables
{
    private readonly NpgsqlConnection connection;
    private readonly IReadOnlyList<string> restore;

    private BareTables(NpgsqlConnection connection, IReadOnlyList<string> restore) =>
        (this.connection, this.restore) = (connection, restore);

    /// <summary>Takes everything off these tables within the transaction; null when one of them has rows.</summary>
    public static async Task<BareTables?> StripAsync(
        NpgsqlConnection connection, string schema, IReadOnlyList<string> tables, CancellationToken cancellation)
    {
        string[] names = [.. tables.Select(table => $"{schema}.{table}")];
        var filled = string.Join(" OR ", names.Select(name => $"EXISTS (SELECT FROM {name})"));
        await using (var look = new NpgsqlCommand($"SELECT {filled}", connection))
        {
            if (await look.ExecuteScalarAsync(cancellation) is true)
            {
                return null;
            }
        }
        var (strip, restore) = await PartsAsync(connection, names, cancellation);
        strip.Add($"TRUNCATE {string.Join(", ", names)}");
        await RunAsync(connection, strip, cancellation);
        return new BareTables(connection, restore);
    }

    /// <summary>Puts everything back: keys, then indexes, then references, each proven over all rows.</summary>
    public Task RestoreAsync(CancellationToken cancellation) => RunAsync(connection, restore, cancellation);

    private static async Task<(List<string> Strip, List<string> Restore)> PartsAsync(
        NpgsqlConnection connection, string[] names, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("""
            WITH own AS (SELECT unnest($1::text[])::regclass AS oid)
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
                format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(c.oid)),
                CASE contype WHEN 'f' THEN 3 ELSE 1 END AS turn, conrelid::regclass || conname AS name
            FROM pg_constraint c
            WHERE contype IN ('p', 'u', 'f') AND (conrelid IN (TABLE own) OR (contype = 'f' AND confrelid IN (TABLE own)))
            UNION ALL
            SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid), 2, indexrelid::regclass::text
            FROM pg_index i
            WHERE indrelid IN (TABLE own) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
            ORDER BY turn, name
            """, connection);
        command.Parameters.Add(new() { Value = names });
        var (strip, restore) = (new List<string>(), new List<string>());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            strip.Insert(0, reader.GetString(0)); // references before the keys that they refer to
            restore.Add(reader.GetString(1));
        }
        return (strip, restore);
    }

    private static async Task RunAsync(
        NpgsqlConnection connection, IReadOnlyList<string> statements, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(string.Join(";\n", statements), connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
