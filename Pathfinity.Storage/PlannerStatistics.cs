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
    public static async Task CountAsync(NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        await using var ask = new NpgsqlCommand(Analyze, connection);
        ask.Parameters.Add(new() { Value = schema });
        await using var count = new NpgsqlCommand((string)(await ask.ExecuteScalarAsync(cancellation))!, connection)
        {
            CommandTimeout = 0,
        };
        await count.ExecuteNonQueryAsync(cancellation);
    }
}
