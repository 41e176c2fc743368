using System.Globalization;
using Npgsql;

namespace Pathfinity.Storage;

/// <summary>What is done to a world that nobody advances: its space given back, its synthetic part taken out.</summary>
public sealed class WorldUpkeep(Database database)
{
    private const string Holder = "upkeep";

    // Of a month of 500,000 attempts, a third of the server's own detail took half the time; its guesses were as good.
    private const int Detail = 30;

    /// <summary>
    /// Writes every table anew without the room that changed rows have left, and its indexes with it. A table needs its
    /// size again on the disk while it is written; readers wait for it.
    /// </summary>
    /// <param name="progress">Told of how much is done, from 0 to 1.</param>
    /// <exception cref="BadInputException">There is no such world, or an engine holds it.</exception>
    public async Task<Compacted> CompactAsync(string world, IProgress<double>? progress, CancellationToken cancellation)
    {
        await using var held = await new Worlds(database).AcquireAsync(world, Holder, cancellation);
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        var tables = await TablesAsync(connection, world, cancellation);
        var (done, all) = (0L, Math.Max(1, tables.Sum(table => table.Bytes)));
        foreach (var (name, bytes) in tables)
        {
            await RunAsync(connection, $"VACUUM (FULL, ANALYZE) {WorldName.Quoted(world)}.{Identifier.Quote(name)}", cancellation);
            progress?.Report((double)(done += bytes) / all);
        }
        return new Compacted(
            tables.Sum(table => table.Bytes), (await TablesAsync(connection, world, cancellation)).Sum(table => table.Bytes));
    }

    /// <summary>Counts what the tables hold, for the planner; to be done after a bulk load.</summary>
    public async Task AnalyzeAsync(string world, CancellationToken cancellation)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await PlannerStatistics.CountAsync(connection, WorldName.Quoted(world), cancellation, Detail);
    }

    /// <summary>
    /// Takes out of a world of imported people whatever was simulated: all activity, its figures and checkpoints, later
    /// school years and everybody who came with them. The world is then as it was after its import.
    /// </summary>
    /// <exception cref="BadInputException">There is no such world, an engine holds it, or all of it is synthetic.</exception>
    public async Task PurgeSyntheticAsync(string world, CancellationToken cancellation)
    {
        await using var held = await new Worlds(database).AcquireAsync(world, Holder, cancellation);
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var schema = WorldName.Quoted(world);
        await using (var ask = new NpgsqlCommand($"SELECT roster FROM {schema}.world", connection))
        {
            if (await ask.ExecuteScalarAsync(cancellation) is "spec")
            {
                throw new BadInputException(
                    $"everything in the world '{world}' is synthetic; world drop removes it with all that is in it");
            }
        }
        string[] emptied = [.. Verifier.ActivityTables, .. RollupCheck.SumTables, "student_state", "classroom_state", "school_state"];
        await RunAsync(connection, $"TRUNCATE {string.Join(", ", emptied.Select(table => $"{schema}.{table}"))}", cancellation);
        await RunAsync(connection, Purge.Replace("{schema}", schema, StringComparison.Ordinal), cancellation);
        await RunAsync(connection, GuardianTables.CountGroups(schema, year: 0), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private const string Purge = """
        DELETE FROM {schema}.substitute_days WHERE day > (SELECT last_day FROM {schema}.school_years WHERE year = 0);
        DELETE FROM {schema}.enrollments WHERE classroom_id IN (SELECT id FROM {schema}.classrooms WHERE year > 0);
        DELETE FROM {schema}.classrooms WHERE year > 0;
        DELETE FROM {schema}.student_years WHERE year > 0;
        DELETE FROM {schema}.school_years WHERE year > 0;
        DELETE FROM {schema}.guardians WHERE origin = 'synthetic';
        DELETE FROM {schema}.marks WHERE student_id IN (SELECT id FROM {schema}.students WHERE origin = 'synthetic');
        DELETE FROM {schema}.students WHERE origin = 'synthetic';
        DELETE FROM {schema}.teachers WHERE origin = 'synthetic';
        DELETE FROM {schema}.schools WHERE origin = 'synthetic';
        UPDATE {schema}.marks SET sequence = 0, day = NULL, classrooms = '{}', attempts = 0, correct = 0, looks = '{0,0,0,0}';
        UPDATE {schema}.progress SET begun_day = NULL, checked_day = NULL;
        """;

    private static async Task<List<(string Name, long Bytes)>> TablesAsync(
        NpgsqlConnection connection, string world, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("""
            SELECT relname::text, pg_total_relation_size(oid) FROM pg_class
            WHERE relnamespace = $1::regnamespace AND relkind = 'r' ORDER BY relname
            """, connection);
        command.Parameters.Add(new() { Value = WorldName.Quoted(world) });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var tables = new List<(string, long)>();
        while (await reader.ReadAsync(cancellation))
        {
            tables.Add((reader.GetString(0), reader.GetInt64(1)));
        }
        return tables;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>The room that a world took and takes, in bytes, indexes included.</summary>
public readonly record struct Compacted(long Before, long After)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{After / 1e6:N1} MB instead of {Before / 1e6:N1} MB");
}
