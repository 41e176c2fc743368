using System.Collections.Immutable;
using Npgsql;
using Pathfinity.Curriculum;

namespace Pathfinity.Storage;

/// <summary>What a catalogue holds.</summary>
/// <param name="Release">Number of the newest release, of which "published" speaks; null before the first.</param>
/// <param name="Skills">Of the curriculum.</param>
/// <param name="SkillsPublished">With content in all three containers.</param>
/// <param name="Questions">Stored rows, old versions included.</param>
/// <param name="QuestionsProven">Those whose proof held when they were stored.</param>
/// <param name="EmptyCells">Subject, grade and container without a published question, as in "math K discover".</param>
/// <param name="Counts">Stored questions by subject, grade, container, kind, demand, author and status.</param>
public sealed record StoredStats(
    int? Release, string? Hash, long Skills, long SkillsPublished, long Careers, long CareerScenarios, long Items,
    long ItemsPublished, long Questions, long QuestionsProven, long QuestionsPublished,
    ImmutableArray<string> EmptyCells, ImmutableArray<StoredCount> Counts)
{
    private static readonly string[] Axes = ["subject", "grade", "container", "kind", "demand", "author", "status"];

    internal static async Task<StoredStats> ReadAsync(
        NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        var counts = await CountsAsync(connection, schema, cancellation);
        var empty = await EmptyCellsAsync(connection, schema, cancellation);
        await using var command = new NpgsqlCommand($"""
            WITH newest AS (SELECT number, hash FROM {schema}.releases ORDER BY number DESC LIMIT 1)
            SELECT (SELECT number FROM newest), (SELECT hash FROM newest),
                (SELECT count(*) FROM {schema}.skills),
                (SELECT count(*) FROM {schema}.release_skills JOIN newest ON newest.number = release),
                (SELECT count(*) FROM {schema}.careers),
                (SELECT count(*) FROM {schema}.career_scenarios),
                (SELECT count(*) FROM {schema}.items),
                (SELECT count(*) FROM {schema}.release_items JOIN newest ON newest.number = release),
                (SELECT count(*) FROM {schema}.questions),
                (SELECT count(*) FROM {schema}.questions WHERE status NOT IN ('draft', 'rejected')),
                (SELECT count(*) FROM {schema}.release_questions JOIN newest ON newest.number = release)
            """, connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return new StoredStats(
            row.IsDBNull(0) ? null : row.GetInt32(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetInt64(2),
            row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7), row.GetInt64(8),
            row.GetInt64(9), row.GetInt64(10), empty, counts);
    }

    private static async Task<ImmutableArray<string>> EmptyCellsAsync(
        NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        var filled = new HashSet<string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand($"""
            SELECT DISTINCT s.subject || ' ' || s.grade || ' ' || i.container
            FROM {schema}.release_items r JOIN {schema}.items i USING (number) JOIN {schema}.skills s ON s.id = i.skill
            WHERE r.release = (SELECT max(number) FROM {schema}.releases)
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            filled.Add(reader.GetString(0));
        }
        var cells =
            from subject in Subjects.All
            from grade in Grade.All
            from container in Enum.GetValues<Container>()
            select $"{subject.Key()} {grade} {container.Key()}";
        return [.. cells.Where(cell => !filled.Contains(cell))];
    }

    private static async Task<ImmutableArray<StoredCount>> CountsAsync(
        NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        var counts = new List<StoredCount>();
        await using var command = new NpgsqlCommand($"""
            SELECT {string.Join(", ", Axes)}, count(*)
            FROM {schema}.questions JOIN (SELECT id AS skill, subject, grade FROM {schema}.skills) s USING (skill)
            GROUP BY GROUPING SETS ({string.Join(", ", Axes.Select(axis => $"({axis})"))})
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var axis = Array.FindIndex(Axes, own => !reader.IsDBNull(Array.IndexOf(Axes, own)));
            counts.Add(new StoredCount(Axes[axis], reader.GetString(axis), reader.GetInt64(Axes.Length)));
        }
        return [.. counts.OrderBy(c => Array.IndexOf(Axes, c.Axis)).ThenBy(c => Place(c), StringComparer.Ordinal)];
    }

    private static string Place(StoredCount count) => count.Axis switch
    {
        "grade" => $"{Grade.Parse(count.Value).Ordinal:00}",
        "subject" => $"{(int)Subjects.Parse(count.Value)}",
        _ => count.Value,
    };
}

/// <summary>Stored questions that share a value on an axis.</summary>
public sealed record StoredCount(string Axis, string Value, long Questions);
