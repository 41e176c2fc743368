using System.Text.Json.Nodes;
using Pathfinity.Content;
using Pathfinity.Curriculum;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests;

[Collection(PostgresTests.Name)]
public sealed class CatalogueImportTests(PostgresFixture postgres) : IAsyncLifetime, IDisposable
{
    private static readonly Catalogue Authored = new CatalogueAuthor(CurriculumLoader.Default, ContentLibrary.Default).Write(
        5, new Volume(), skills: CurriculumLoader.Default.Skills
            .Where(skill => skill.Subject is Subject.SocialStudies && skill.Grade.Ordinal is 2).Take(4).Select(skill => skill.Id).ToHashSet());

    private readonly TempFolder folder = new();
    private Database database = null!;
    private CatalogueStore store = null!;
    private string[] lines = [];

    public async Task InitializeAsync()
    {
        database = await Database.OpenAsync(await postgres.NewDatabaseAsync(), CancellationToken.None);
        store = await CatalogueStore.OpenAsync(database, CancellationToken.None);
        await PublishAsync();
        await new TableExport(database, folder.Folder, null).CatalogueAsync(TableFormat.JsonLines, CancellationToken.None);
        lines = await File.ReadAllLinesAsync(Path.Combine(folder.Folder.FullName, "questions.jsonl"));
    }

    public Task DisposeAsync() => database.DisposeAsync().AsTask();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_exported_comes_back_without_a_change()
    {
        var done = await ImportAsync(string.Join('\n', lines));
        Assert.Equal((lines.Length, lines.Length, 0L), (done.Rows, done.Unchanged, done.Stored));
        Assert.Empty(done.Rejected);
    }

    [Fact]
    public async Task An_edit_becomes_the_next_version_and_enters_the_next_release()
    {
        var done = await ImportAsync(Edited(0, row => row["rationale"] = "Said better offline."));
        var release = await PublishAsync();

        Assert.Equal((1L, 0), (done.Stored, done.Rejected.Length));
        Assert.Equal("Said better offline.|2|Ada|published", await SqlText.AskAsync<string>(database.Source, """
            SELECT q.rationale || '|' || q.version || '|' || q.author || '|' || q.status
            FROM catalogue.release_questions r JOIN catalogue.questions q USING (number)
            WHERE r.release = 2 AND q.author <> 'procedural'
            """));
        Assert.Equal(2, release.Release);
    }

    [Theory]
    [InlineData("stem", "\"<script>alert(1)</script> Which?\"", "wording")]
    [InlineData("stem", "\"<img src=x onerror=alert(1)> Which?\"", "wording")]
    [InlineData("stem", "\"\"", "schema")]
    [InlineData("stem", "7", "schema")]
    [InlineData("choices", "[\"only one\"]", "schema")]
    [InlineData("choices", "{}", "schema")]
    [InlineData("key", "99", "schema")]
    [InlineData("proof", "{\"method\":\"such\",\"data\":{}}", "schema")]
    [InlineData("skill_id", "\"math.1.A.1\"", "schema")]
    [InlineData("difficulty", "1e99", "schema")]
    [InlineData("figure", "\"<svg><script/></svg>\"", "figure")]
    public async Task An_edit_that_must_not_be_is_refused_with_its_reason(string field, string value, string check)
    {
        var done = await ImportAsync(Edited(0, row => row[field] = JsonNode.Parse(value)));
        var refused = Assert.Single(done.Rejected);
        Assert.Equal((1L, check), (refused.Line, refused.Check));
        Assert.NotEmpty(refused.Reason);
        Assert.Equal((0L, lines.Length - 1L), (done.Stored, done.Unchanged));
    }

    [Fact]
    public async Task Broken_lines_are_named_and_nothing_else_is_lost()
    {
        var good = Edited(1, row => row["hint"] = "Look again.").Split('\n');
        string[] hostile =
        [
            "\u0001\u0002PNG", "[]", "{\"question_id\":7}", "{\"question_id\":\"no.such\"}", new string('[', 200), good[0][..(good[0].Length / 2)],
            new string('x', (1 << 20) + 10), "",
        ];
        var done = await ImportAsync(string.Join('\n', [.. hostile, .. good]));
        Assert.Equal(7, done.Rejected.Length);
        Assert.Equal(Enumerable.Range(1, 7).Select(i => (long)i), done.Rejected.Select(row => row.Line));
        Assert.Equal(1, done.Stored);
    }

    private string Edited(int line, Action<JsonObject> edit)
    {
        var row = JsonNode.Parse(lines[line])!.AsObject();
        edit(row);
        return string.Join('\n', lines.Select((text, i) => i == line ? row.ToJsonString() : text));
    }

    private Task<Imported> ImportAsync(string text) => new CatalogueImport(database, ContentLibrary.Default).RunAsync(
        new StringReader(text), "Ada", "offline", CancellationToken.None);

    private Task<Publication> PublishAsync() => store.PublishAsync(
        Authored, CurriculumLoader.Default, ContentLibrary.Default.Bugs, CareerScenarios.Default.All, 5, CancellationToken.None);
}
