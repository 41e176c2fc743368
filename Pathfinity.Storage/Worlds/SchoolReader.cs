using System.Collections.Immutable;
using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>A world as the processes of a cluster read it: what all of them need, and then one school at a time.</summary>
public sealed class SchoolReader(Database database)
{
    /// <summary>What a world is, without its students.</summary>
    /// <exception cref="BadInputException">There is no such world.</exception>
    public async Task<WorldOutline> OutlineAsync(string world, CancellationToken cancellation)
    {
        var schema = WorldName.Quoted(world);
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await HeldWorld.CheckAsync(connection, world, cancellation);
        await using var command = new NpgsqlCommand($"SELECT spec FROM {schema}.world", connection);
        var spec = WorldSpecYaml.Read((string)(await command.ExecuteScalarAsync(cancellation))!);
        return new WorldOutline(
            spec,
            await Journal.ReadAsync(connection, schema, null, cancellation),
            await NumbersAsync(connection, $"SELECT school_id, day - DATE '1970-01-01' FROM {schema}.school_state", [], cancellation));
    }

    /// <summary>Some students and classrooms as they are kept; who has no checkpoint yet is left out.</summary>
    public async Task<StoredSchool> SchoolAsync(
        string world, IEnumerable<int> students, IEnumerable<int> classrooms, CancellationToken cancellation)
    {
        var schema = WorldName.Quoted(world);
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        // One snapshot: marks are never behind the checkpoints that they are read with.
        await using var transaction = await connection.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead, cancellation);
        int[] ids = [.. students];
        return new StoredSchool(
            await StudentsAsync(connection, schema, ids, cancellation),
            await ClassroomsAsync(connection, schema, [.. classrooms], cancellation),
            await NumbersAsync(
                connection, $"SELECT student_id, sequence FROM {schema}.marks WHERE student_id = ANY($1)", ids, cancellation));
    }

    private static async Task<ImmutableArray<(StudentState State, int Day)>> StudentsAsync(
        NpgsqlConnection connection, string schema, int[] ids, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT student_id, mind, digest, day FROM {schema}.student_state WHERE student_id = ANY($1) ORDER BY student_id",
            connection);
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = ids });
        var found = ImmutableArray.CreateBuilder<(StudentState, int)>(ids.Length);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add((new StudentState(
                reader.GetInt32(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2)), reader.Day(3)));
        }
        return found.ToImmutable();
    }

    private static async Task<ImmutableArray<(ClassroomState State, int Day)>> ClassroomsAsync(
        NpgsqlConnection connection, string schema, int[] ids, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT classroom_id, mind, directives, digest, day FROM {schema}.classroom_state "
            + "WHERE classroom_id = ANY($1) ORDER BY classroom_id", connection);
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = ids });
        var found = ImmutableArray.CreateBuilder<(ClassroomState, int)>(ids.Length);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add((new ClassroomState(
                reader.GetInt32(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2),
                reader.GetFieldValue<byte[]>(3)), reader.Day(4)));
        }
        return found.ToImmutable();
    }

    private static async Task<ImmutableDictionary<int, int>> NumbersAsync(
        NpgsqlConnection connection, string sql, int[] ids, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (sql.Contains("$1", StringComparison.Ordinal))
        {
            command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = ids });
        }
        var found = ImmutableDictionary.CreateBuilder<int, int>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(reader.GetInt32(0), reader.GetInt32(1));
        }
        return found.ToImmutable();
    }
}

/// <summary>What a world is, without its students.</summary>
/// <param name="CompleteDays">For each school with one, the last day that is complete.</param>
public sealed record WorldOutline(
    WorldSpec Spec, ImmutableArray<JournalEntry> Journal, ImmutableDictionary<int, int> CompleteDays);

/// <summary>Some students and classrooms as they are kept, each with the day at whose end.</summary>
/// <param name="Marks">For each student, the sequence number of the last activity that is stored.</param>
public sealed record StoredSchool(
    ImmutableArray<(StudentState State, int Day)> Students, ImmutableArray<(ClassroomState State, int Day)> Classrooms,
    ImmutableDictionary<int, int> Marks);
