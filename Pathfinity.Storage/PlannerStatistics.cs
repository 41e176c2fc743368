using System.Globalization;
using Npgsql;

namespace Pathfinity.Storage;

/// <summary>
/// What the planner knows of tables. Until the server counts by itself, minutes after a bulk load, it takes them for
/// small and joins them row by row.
/// </summary>
internal static class PlannerStatistics
{
    private const string Analyze = """
        SELECT 'ANALYZE ' || string_agg($1 || '.' || quote_ident(relname), ', ' ORDER BY relname) FROM pg_class
        WHERE relnamespace = $1::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
        """;

    /// <summary>Counts what the tables of a schema hold, partitions with their tables.</summary>
    /// <param name="schema">Its name, quoted where it has to be.</param>
    /// <param name="detail">
    /// Values of a column that are kept; 300 times as many rows of each table are looked at, which takes the time.
    /// </param>
    public static async Task CountAsync(
        NpgsqlConnection connection, string schema, CancellationToken cancellation, int detail = 100)
    {
        await using var set = new NpgsqlCommand(
            string.Create(CultureInfo.InvariantCulture, $"SET default_statistics_target = {detail}"), connection);
        await set.ExecuteNonQueryAsync(cancellation);
        await using var ask = new NpgsqlCommand(Analyze, connection);
        ask.Parameters.Add(new() { Value = schema });
        await using var count = new NpgsqlCommand((string)(await ask.ExecuteScalarAsync(cancellation))!, connection)
        {
            CommandTimeout = 0,
        };
        await count.ExecuteNonQueryAsync(cancellation);
        await using var reset = new NpgsqlCommand("RESET default_statistics_target", connection);
        await reset.ExecuteNonQueryAsync(cancellation);
    }
}
