using System.Text.Json;

namespace Pathfinity.Web.Queries;

/// <summary>What a release holds for one subject and grade.</summary>
public sealed record CatalogueCell(string Subject, string Grade, int Skills, int Questions);

/// <param name="Hash">In hexadecimal.</param>
public sealed record ReleaseRow(int Number, string Hash, DateTimeOffset MadeAt, int Skills, int Items, int Questions, int Careers);

/// <summary>A question as a student sees it.</summary>
/// <param name="Figure">A whole SVG document; null for none.</param>
/// <param name="Prompts">The left column of a match, else empty.</param>
/// <param name="Frame">What stands around a typed answer, which is {}.</param>
/// <param name="Answer">The right response, one or several texts.</param>
public sealed record QuestionView(
    int Number, string Id, string Skill, string Container, string Part, string Kind, string Stem, string? Figure,
    string? FigureText, string[] Choices, string[] Prompts, string Frame, string Hint, string[] Answer, string Rationale);

/// <summary>Reads the catalogue as a world meets it.</summary>
internal sealed class CatalogueQueries(WorldReader reader)
{
    /// <summary>The release that the world follows; null when the catalogue has none.</summary>
    public Task<ReleaseRow?> ReleaseAsync(string world, CancellationToken cancellation) =>
        reader.RowAsync(world, ReleaseSql, row => new ReleaseRow(
            row.GetInt32(0), row.GetString(1), row.Moment(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5),
            row.GetInt32(6)), cancellation);

    public Task<List<CatalogueCell>> CellsAsync(string world, int release, CancellationToken cancellation) =>
        reader.RowsAsync(world, CellsSql, row => new CatalogueCell(
            row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3)), cancellation, release);

    /// <summary>A few questions of a subject and grade; the same ones for the same turn.</summary>
    public Task<List<QuestionView>> SampleAsync(
        string world, int release, string subject, string grade, int turn, int count, CancellationToken cancellation) =>
        reader.RowsAsync(world, SampleSql, row => new QuestionView(
            row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
            row.GetString(6), row.Text(7), row.Text(8), Texts(row.GetString(9)), Texts(row.GetString(10)), row.GetString(11),
            row.GetString(12), Given(row.GetString(13)), row.GetString(14)), cancellation, release, subject, grade, turn, count);

    /// <summary>Names of skills by number.</summary>
    public async Task<Dictionary<int, string>> SkillNamesAsync(string world, int[] skills, CancellationToken cancellation) =>
        await NamesAsync(world, "SELECT number, name FROM catalogue.skills WHERE number = ANY ($1)", skills, cancellation);

    /// <summary>Names of careers by number.</summary>
    public async Task<Dictionary<int, string>> CareerNamesAsync(string world, int[] careers, CancellationToken cancellation) =>
        await NamesAsync(world, "SELECT number, name FROM catalogue.careers WHERE number = ANY ($1)", careers, cancellation);

    private async Task<Dictionary<int, string>> NamesAsync(
        string world, string sql, int[] numbers, CancellationToken cancellation) =>
        (await reader.RowsAsync(world, sql, row => (Number: row.GetInt32(0), Name: row.GetString(1)), cancellation, numbers))
            .ToDictionary(row => row.Number, row => row.Name);

    private static string[] Texts(string json) => JsonSerializer.Deserialize<string[]>(json) ?? [];

    private static string[] Given(string json)
    {
        using var response = JsonDocument.Parse(json);
        return response.RootElement.GetProperty("given").EnumerateArray().Select(text => text.GetString()!).ToArray();
    }

    private const string ReleaseSql = """
        SELECT r.number, r.hash, r.created_at,
            (SELECT count(*)::int FROM catalogue.release_skills WHERE release = r.number),
            (SELECT count(*)::int FROM catalogue.release_items WHERE release = r.number),
            (SELECT count(*)::int FROM catalogue.release_questions WHERE release = r.number),
            (SELECT count(*)::int FROM catalogue.release_careers WHERE release = r.number)
        FROM {w}.journal j JOIN catalogue.releases r ON r.number = j.value
        WHERE j.kind = 'release' ORDER BY j.number DESC LIMIT 1
        """;

    private const string CellsSql = """
        SELECT k.subject, k.grade, count(DISTINCT k.number)::int, count(q.ordinal)::int
        FROM catalogue.release_skills s JOIN catalogue.skills k ON k.number = s.number
            LEFT JOIN catalogue.release_questions q ON q.release = s.release AND q.skill = s.ordinal
        WHERE s.release = $1 GROUP BY k.subject, k.grade
        """;

    private const string SampleSql = """
        SELECT q.number, q.id, k.name, q.container, q.part, q.kind, q.stem, q.figure, q.figure_alt, q.choices::text,
            q.prompts::text, q.frame, q.hint, (q.responses -> 0)::text, q.rationale
        FROM catalogue.release_skills s JOIN catalogue.skills k ON k.number = s.number
            JOIN catalogue.release_questions r ON r.release = s.release AND r.skill = s.ordinal
            JOIN catalogue.questions q ON q.number = r.number
        WHERE s.release = $1 AND k.subject = $2 AND k.grade = $3
        ORDER BY md5(q.id || $4::text) LIMIT $5
        """;
}
