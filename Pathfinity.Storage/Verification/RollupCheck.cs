using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Npgsql;

namespace Pathfinity.Storage;

/// <summary>
/// Recomputes the analytics from the raw activity, in SQL, and compares row by row: first each table of sums with what is
/// stored, then each view with a count of its own over the recomputed sums or the activity itself.
/// </summary>
internal static partial class RollupCheck
{
    private static readonly ImmutableDictionary<string, string> Sums = Queries("verify");
    private static readonly ImmutableDictionary<string, string> Recounts = Queries("recount");

    /// <summary>Tables and views, by name; what rests on others comes after them.</summary>
    public static string[] Tables { get; } =
    [
        .. Sums.Keys.OrderBy(table => Name().IsMatch(Sums[table])).ThenBy(table => table, StringComparer.Ordinal),
        .. Recounts.Keys.Order(StringComparer.Ordinal),
    ];

    /// <summary>The tables of sums, by name.</summary>
    public static IEnumerable<string> SumTables => Sums.Keys.Order(StringComparer.Ordinal);

    /// <summary>A table or view after those whose recomputed sums it rests on, in the order of <see cref="Tables"/>.</summary>
    public static string[] Under(string table)
    {
        var under = Name().Matches(Recounts.GetValueOrDefault(table) ?? Sums[table])
            .SelectMany(match => Under(match.Groups["table"].Value)).Append(table).ToHashSet(StringComparer.Ordinal);
        return [.. Tables.Where(under.Contains)];
    }

    /// <summary>Runs within a transaction, in the order of <see cref="Tables"/>; the recomputed sums are gone with it.</summary>
    public static async Task RunAsync(
        NpgsqlConnection connection, string schema, string table, Findings findings, CancellationToken cancellation)
    {
        if (Sums.TryGetValue(table, out var sums))
        {
            await RunAsync(
                connection, $"CREATE TEMPORARY TABLE {Kept(table)} ON COMMIT DROP AS {Query(sums, schema)}; ANALYZE {Kept(table)}",
                cancellation);
        }
        var recomputed = sums is null ? Query(Recounts[table], schema) : $"SELECT * FROM {Kept(table)}";
        await RunAsync(connection, "SAVEPOINT looking", cancellation);
        try
        {
            await CompareAsync(connection, schema, table, recomputed, findings, cancellation);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DivisionByZero)
        {
            // Only what rests on a sum that cannot be has nothing to be divided by.
            await RunAsync(connection, "ROLLBACK TO SAVEPOINT looking", cancellation);
            findings.Differ(table, "figures", e.MessageText);
        }
    }

    private static async Task CompareAsync(
        NpgsqlConnection connection, string schema, string table, string recomputed, Findings findings,
        CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            WITH recomputed AS MATERIALIZED ({recomputed}), stored AS MATERIALIZED (SELECT * FROM {schema}.{table}),
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

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string Row(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? "no such row" : reader.GetString(column);

    private static string Query(string sql, string schema) => Name().Replace(
        sql.Replace("{schema}", schema, StringComparison.Ordinal), match => Kept(match.Groups["table"].Value));

    private static string Kept(string table) => $"pg_temp.recomputed_{table}";

    private static ImmutableDictionary<string, string> Queries(string folder) => EmbeddedSql.Folder(folder)
        .ToImmutableDictionary(file => Path.GetFileNameWithoutExtension(file.Name), file => file.Text, StringComparer.Ordinal);

    [GeneratedRegex(@"\{(?<table>(?!schema)[a-z_]+)\}")]
    private static partial Regex Name();
}
