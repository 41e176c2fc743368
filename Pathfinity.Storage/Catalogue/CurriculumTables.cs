using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Pathfinity.Content;
using Pathfinity.Curriculum;

namespace Pathfinity.Storage;

/// <summary>Skills, careers and what they hang on, brought to what the data files say; numbers stay.</summary>
internal sealed class CurriculumTables(NpgsqlConnection connection, string schema)
{
    private static readonly JsonSerializerOptions ColumnNames = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Rows that were new or other than before.</summary>
    public int Written { get; private set; }

    /// <summary>Numbers of the skills by id.</summary>
    public IReadOnlyDictionary<string, int> Skills { get; private set; } = new Dictionary<string, int>();

    /// <summary>Numbers of the careers by id.</summary>
    public IReadOnlyDictionary<string, int> Careers { get; private set; } = new Dictionary<string, int>();

    /// <summary>Numbers of the bugs by id.</summary>
    public IReadOnlyDictionary<string, int> Bugs { get; private set; } = new Dictionary<string, int>();

    /// <summary>Numbers of the career scenarios by id.</summary>
    public IReadOnlyDictionary<string, int> Scenarios { get; private set; } = new Dictionary<string, int>();

    public async Task WriteAsync(
        CurriculumSet curriculum, IReadOnlyList<Bug> bugs, IReadOnlyList<CareerScenario> scenarios, CancellationToken cancellation)
    {
        Skills = await NumbersAsync("skills", curriculum.Skills.Select(skill => skill.Id), cancellation);
        Careers = await NumbersAsync("careers", curriculum.Careers.Select(career => career.Id), cancellation);
        Bugs = await NumbersAsync("bugs", bugs.Select(bug => bug.Id), cancellation);
        Scenarios = await NumbersAsync("career_scenarios", scenarios.Select(scenario => scenario.Id), cancellation);
        await PutAsync(
            "subjects", "key", Subjects.All.Select(s => new { Key = s.Key(), Title = s.Title() }), cancellation);
        var strands = curriculum.Strands.Select(s => new { Subject = s.Subject.Key(), s.Key, s.Title });
        await PutAsync("strands", "subject, key", strands, cancellation);
        await PutAsync("skills", "number", curriculum.Skills.Select(Row), cancellation);
        await PutAsync("clusters", "key", curriculum.Clusters.Select(c => new { c.Key, c.Title }), cancellation);
        await PutAsync("work_contexts", "key", curriculum.WorkContexts.Select(Row), cancellation);
        await PutAsync("careers", "number", curriculum.Careers.Select(Row), cancellation);
        await PutAsync("bugs", "id", bugs.Select(Row), cancellation);
        await PutAsync("career_scenarios", "id", scenarios.Select(Row), cancellation);
    }

    private object Row(Skill s) => new
    {
        Number = Skills[s.Id],
        s.Id,
        Subject = s.Subject.Key(),
        Grade = s.Grade.ToString(),
        s.Strand,
        s.Code,
        s.Name,
        s.Description,
        s.Standards,
        s.Facets,
        s.Requires,
        s.BuildsOn,
    };

    private object Row(Career c) => new
    {
        Number = Careers[c.Id],
        c.Id,
        c.Name,
        c.Soc,
        c.SocTitle,
        c.Cluster,
        c.Riasec,
        c.Education,
        c.Does,
        MinGrade = c.MinGrade.ToString(),
        c.Contexts,
    };

    private static object Row(WorkContext c) => new
    {
        c.Key,
        c.Setting,
        c.Cluster,
        MinGrade = c.MinGrade.ToString(),
        c.Roles,
        c.Objects,
        c.Documents,
        c.Decisions,
    };

    private object Row(CareerScenario s) => new
    {
        Number = Scenarios[s.Id],
        s.Id,
        Career = s.Career.Id,
        Context = s.Context.Key,
        Band = s.Band switch
        {
            GradeBand.PreKTo2 => "PK-2",
            GradeBand.ThreeToFive => "3-5",
            GradeBand.SixToEight => "6-8",
            _ => "9-12",
        },
        MinGrade = s.Lowest.ToString(),
        Subject = s.Subject.Key(),
        s.Title,
        s.Who,
        s.Situation,
        s.Skill,
        s.Skills,
        s.Tasks,
        s.Minutes,
        s.Together,
    };

    private object Row(Bug b) => new
    {
        Number = Bugs[b.Id],
        b.Id,
        Subject = b.Subject.Key(),
        b.Strand,
        Onset = b.Onset.ToString(),
        Peak = b.Peak.ToString(),
        Decline = b.Decline.ToString(),
        b.Does,
        b.Refutation,
        b.Source,
    };

    /// <summary>The numbers there are, and the next ones for those that are new, in their order.</summary>
    private async Task<Dictionary<string, int>> NumbersAsync(
        string table, IEnumerable<string> ids, CancellationToken cancellation)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var last = 0;
        await using var command = new NpgsqlCommand($"SELECT id, number FROM {schema}.{table}", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            numbers.Add(reader.GetString(0), reader.GetInt32(1));
            last = Math.Max(last, reader.GetInt32(1));
        }
        foreach (var id in ids)
        {
            if (numbers.TryAdd(id, last + 1))
            {
                last++;
            }
        }
        return numbers;
    }

    private async Task PutAsync<T>(string table, string key, IEnumerable<T> rows, CancellationToken cancellation)
    {
        await using var columns = new NpgsqlCommand(
            "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute "
            + "WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped", connection);
        columns.Parameters.Add(new() { Value = $"{schema}.{table}" });
        var names = (string)(await columns.ExecuteScalarAsync(cancellation))!;
        var excluded = string.Join(", ", names.Split(", ").Select(name => "excluded." + name));
        await using var command = new NpgsqlCommand($"""
            INSERT INTO {schema}.{table} AS t ({names})
            SELECT {names} FROM jsonb_populate_recordset(NULL::{schema}.{table}, $1)
            ON CONFLICT ({key}) DO UPDATE SET ({names}) = ROW({excluded})
            WHERE ROW(t.*) IS DISTINCT FROM ROW(excluded.*)
            """, connection);
        command.Parameters.Add(new()
        {
            Value = JsonSerializer.Serialize(rows.Cast<object>(), ColumnNames),
            NpgsqlDbType = NpgsqlDbType.Jsonb,
        });
        Written += await command.ExecuteNonQueryAsync(cancellation);
    }
}
