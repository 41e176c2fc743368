using Npgsql;

namespace Pathfinity.Storage;

/// <summary>A world in one line.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">The last day that is complete in all its schools; null before the first.</param>
/// <param name="Students">Everybody who ever entered.</param>
/// <param name="LastHolder">Who advances it or last did.</param>
public sealed record WorldSummary(
    string World, long Seed, DateOnly From, DateOnly? To, int Students, string LastHolder)
{
    internal static async Task<WorldSummary> ReadAsync(
        NpgsqlConnection connection, string world, CancellationToken cancellation)
    {
        var schema = WorldName.Quoted(world);
        await using var command = new NpgsqlCommand($"""
            SELECT seed, first_day, ({LastCompleteDay(schema)}), (SELECT count(*)::int FROM {schema}.students),
                (SELECT holder FROM {schema}.lease)
            FROM {schema}.world
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new WorldSummary(
            world, reader.GetInt64(0), reader.GetFieldValue<DateOnly>(1),
            reader.IsDBNull(2) ? null : reader.GetFieldValue<DateOnly>(2), reader.GetInt32(3), reader.GetString(4));
    }

    /// <summary>SQL of the last day that every school has completed; null when one has none.</summary>
    internal static string LastCompleteDay(string schema) =>
        $"SELECT CASE WHEN count(*) = (SELECT count(*) FROM {schema}.schools) THEN min(day) END FROM {schema}.school_state";
}
