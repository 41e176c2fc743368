using System.Collections.Immutable;
using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>The state of schools at a day's end, to the server and back.</summary>
internal static class Checkpoints
{
    /// <summary>Replaces what is there, unless that is of the same day or a later one.</summary>
    public static void Write(NpgsqlBatch batch, string schema, SchoolCheckpoint checkpoint)
    {
        var day = PgTime.Date(checkpoint.Day);
        var (students, classrooms) = (checkpoint.Students, checkpoint.Classrooms);
        new BulkRows(1).Add("school_id", "int", [checkpoint.School]).Add("day", "date", [day]).InsertInto(
            batch, $"{schema}.school_state", "(school_id) DO UPDATE SET day = excluded.day WHERE t.day < excluded.day");
        new BulkRows(students.Length)
            .Add("student_id", "int", [.. students.Select(s => s.Student)])
            .Add("school_id", "int", Repeated(checkpoint.School, students.Length))
            .Add("day", "date", Repeated(day, students.Length))
            .Add("mind", "bytea", [.. students.Select(s => s.Mind)])
            .Add("digest", "bytea", [.. students.Select(s => s.Digest)])
            .InsertInto(batch, $"{schema}.student_state", """
                (student_id) DO UPDATE SET school_id = excluded.school_id, day = excluded.day, mind = excluded.mind,
                    digest = excluded.digest WHERE t.day < excluded.day
                """);
        new BulkRows(classrooms.Length)
            .Add("classroom_id", "int", [.. classrooms.Select(c => c.Classroom)])
            .Add("school_id", "int", Repeated(checkpoint.School, classrooms.Length))
            .Add("day", "date", Repeated(day, classrooms.Length))
            .Add("mind", "bytea", [.. classrooms.Select(c => c.Mind)])
            .Add("directives", "bytea", [.. classrooms.Select(c => c.Directives)])
            .Add("digest", "bytea", [.. classrooms.Select(c => c.Digest)])
            .InsertInto(batch, $"{schema}.classroom_state", """
                (classroom_id) DO UPDATE SET school_id = excluded.school_id, day = excluded.day, mind = excluded.mind,
                    directives = excluded.directives, digest = excluded.digest WHERE t.day < excluded.day
                """);
    }

    /// <summary>
    /// One for each school and day of which there is a state, the latest of a school last: who has left a school is in the
    /// checkpoint of the last day there.
    /// </summary>
    public static async Task<ImmutableArray<SchoolCheckpoint>> ReadAsync(
        NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        var students = await StudentsAsync(connection, schema, cancellation);
        var classrooms = await ClassroomsAsync(connection, schema, cancellation);
        var found = ImmutableArray.CreateBuilder<SchoolCheckpoint>();
        await using var command = new NpgsqlCommand($"""
            SELECT school_id, day FROM {schema}.school_state
            UNION SELECT school_id, day FROM {schema}.student_state
            UNION SELECT school_id, day FROM {schema}.classroom_state
            ORDER BY day, school_id
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var (school, day) = (reader.GetInt32(0), reader.Day(1));
            found.Add(new SchoolCheckpoint(
                school, day, [.. students[(school, day)]], [.. classrooms[(school, day)]]));
        }
        return found.ToImmutable();
    }

    /// <summary>The digest of the world up to its checkpoints.</summary>
    public static async Task<string> DigestAsync(
        NpgsqlConnection connection, string schema, CancellationToken cancellation) => await DigestAsync(
            connection, schema,
            await ChainsAsync(connection, $"SELECT digest FROM {schema}.student_state ORDER BY student_id", cancellation),
            cancellation);

    /// <summary>The digest of the world with other chains for its students, in order of their ordinals.</summary>
    public static async Task<string> DigestAsync(
        NpgsqlConnection connection, string schema, List<byte[]> students, CancellationToken cancellation) =>
        WorldDigest.Of(students, await ChainsAsync(
            connection, $"SELECT digest FROM {schema}.classroom_state ORDER BY classroom_id", cancellation));

    private static T[] Repeated<T>(T value, int count)
    {
        var values = new T[count];
        Array.Fill(values, value);
        return values;
    }

    private static async Task<ILookup<(int School, int Day), StudentState>> StudentsAsync(
        NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        var found = new List<(int School, int Day, StudentState State)>();
        await using var command = new NpgsqlCommand(
            $"SELECT school_id, day, student_id, mind, digest FROM {schema}.student_state ORDER BY student_id", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add((reader.GetInt32(0), reader.Day(1), new StudentState(
                reader.GetInt32(2), reader.GetFieldValue<byte[]>(3), reader.GetFieldValue<byte[]>(4))));
        }
        return found.ToLookup(kept => (kept.School, kept.Day), kept => kept.State);
    }

    private static async Task<ILookup<(int School, int Day), ClassroomState>> ClassroomsAsync(
        NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        var found = new List<(int School, int Day, ClassroomState State)>();
        await using var command = new NpgsqlCommand(
            $"SELECT school_id, day, classroom_id, mind, directives, digest FROM {schema}.classroom_state "
            + "ORDER BY classroom_id", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add((reader.GetInt32(0), reader.Day(1), new ClassroomState(
                reader.GetInt32(2), reader.GetFieldValue<byte[]>(3), reader.GetFieldValue<byte[]>(4),
                reader.GetFieldValue<byte[]>(5))));
        }
        return found.ToLookup(kept => (kept.School, kept.Day), kept => kept.State);
    }

    private static async Task<List<byte[]>> ChainsAsync(
        NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        var chains = new List<byte[]>();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            chains.Add(reader.GetFieldValue<byte[]>(0));
        }
        return chains;
    }
}
