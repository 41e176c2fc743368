using System.Collections.Immutable;
using System.Data;
using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>A world's raw activity in memory, as it was at one moment.</summary>
/// <param name="Releases">Those that it was ever bound to, the oldest first.</param>
/// <param name="Rows">Of whole teams of students, in order of their keys.</param>
/// <param name="Students">Students whose rows these are.</param>
/// <param name="Of">Students that the world has.</param>
public sealed record WorldHistory(
    WorldSpec Spec, ImmutableArray<Release> Releases, Rows Rows, int Students, int Of)
{
    /// <summary>Reads a world; of a large one a sample of whole teams, the same every time.</summary>
    /// <param name="releases">Loads a release of the catalogue.</param>
    /// <param name="studentsMax">About how many students to read at most.</param>
    /// <exception cref="BadInputException">There is no such world.</exception>
    public static async Task<WorldHistory> ReadAsync(
        Database database, string world, Func<int, CancellationToken, Task<Release>> releases, int studentsMax,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(releases);
        var bound = await BoundAsync(database, world, releases, cancellation);
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var (chosen, of) = await SampleAsync(connection, bound.Schema, studentsMax, cancellation);
        var rows = await StoredStudents.ReadAsync(connection, bound.Schema, chosen, cancellation);
        return new WorldHistory(bound.Spec, bound.Releases, rows, chosen.Length, of);
    }

    /// <summary>What a world was made from and how far it is.</summary>
    /// <param name="releases">Loads a release of the catalogue.</param>
    /// <exception cref="BadInputException">There is no such world.</exception>
    public static async Task<BoundWorld> BoundAsync(
        Database database, string world, Func<int, CancellationToken, Task<Release>> releases,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(releases);
        var schema = WorldName.Quoted(world);
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await HeldWorld.CheckAsync(connection, world, cancellation);
        var journal = await Journal.ReadAsync(connection, schema, null, cancellation);
        var bound = new List<Release>();
        foreach (var entry in journal.Where(e => e.Kind == JournalKind.Release).DistinctBy(e => e.Value))
        {
            bound.Add(await releases(entry.Value, cancellation));
        }
        await using var command = new NpgsqlCommand(
            $"SELECT w.spec, coalesce(p.begun_day, w.first_day) FROM {schema}.world w, {schema}.progress p", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new BoundWorld(schema, WorldSpecYaml.Read(reader.GetString(0)), [.. bound], reader.Day(1));
    }

    /// <summary>Students of every n-th team, a team being those who share their first classroom.</summary>
    private static async Task<(int[] Chosen, int Of)> SampleAsync(
        NpgsqlConnection connection, string schema, int studentsMax, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            SELECT s.id, coalesce(min(e.classroom_id), -1)
            FROM {schema}.students s LEFT JOIN {schema}.enrollments e ON e.student_id = s.id
            GROUP BY s.id ORDER BY s.id
            """, connection);
        var students = new List<(int Id, int Team)>();
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                students.Add((reader.GetInt32(0), reader.GetInt32(1)));
            }
        }
        var every = (students.Count + studentsMax - 1) / studentsMax;
        var teams = students.Select(student => student.Team).Distinct().Order().Where((_, i) => i % every == 0).ToHashSet();
        return ([.. students.Where(student => teams.Contains(student.Team)).Select(student => student.Id)], students.Count);
    }
}

/// <summary>What a world was made from and how far it is.</summary>
/// <param name="Schema">Quoted name of its schema.</param>
/// <param name="Releases">Those that it was ever bound to, the oldest first.</param>
/// <param name="LastDay">The last day that has begun.</param>
public sealed record BoundWorld(string Schema, WorldSpec Spec, ImmutableArray<Release> Releases, int LastDay);
