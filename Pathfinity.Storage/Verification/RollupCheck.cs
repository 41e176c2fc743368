using System.Collections.Immutable;
using Npgsql;

namespace Pathfinity.Storage;

/// <summary>Recomputes an analytics table from the raw activity, in SQL, and compares it row by row with what is stored.</summary>
internal static class RollupCheck
{
    private static readonly ImmutableDictionary<string, string> Queries = EmbeddedSql.Folder("verify")
        .ToImmutableDictionary(file => Path.GetFileNameWithoutExtension(file.Name), file => file.Text, StringComparer.Ordinal);

    /// <summary>The tables, by name.</summary>
    public static string[] Tables { get; } = [.. Queries.Keys.Order(StringComparer.Ordinal)];

    public static async Task RunAsync(
        NpgsqlConnection connection, string schema, string table, Findings findings, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            WITH recomputed AS ({Query(table, schema)}), stored AS (SELECT * FROM {schema}.{table}),
            lacking AS (SELECT * FROM recomputed EXCEPT ALL SELECT * FROM stored),
            surplus AS (SELECT * FROM stored EXCEPT ALL SELECT * FROM recomputed)
            SELECT (SELECT count(*) FROM lacking), (SELECT min(row_to_json(lacking)::text) FROM lacking),
                (SELECT count(*) FROM surplus), (SELECT min(row_to_json(surplus)::text) FROM surplus)
            """, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var places = Math.Max(reader.GetInt64(0), reader.GetInt64(2));
        if (places > 0)
        {
            findings.Differ(table, Row(reader, 1), Row(reader, 3), places);
        }
    }

    private static string Row(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? "no such row" : reader.GetString(column);

    private static string Query(string table, string schema) => Queries[table]
        .Replace("{student_day}", Queries["student_day"], StringComparison.Ordinal)
        .Replace("{classroom_day}", Queries["classroom_day"], StringComparison.Ordinal)
        .Replace("{schema}", schema, StringComparison.Ordinal);
}
