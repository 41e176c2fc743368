using System.Text.Json.Nodes;
using Pathfinity.Content;
using Pathfinity.Curriculum;
using Pathfinity.Testing;
using Pathfinity.Testing.Chat;

namespace Pathfinity.Storage.Tests;

/// <summary>Drafts of a language model on their way to a release.</summary>
[Collection(PostgresTests.Name)]
public sealed class DraftingTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Skill = "math.5.A.1";

    private static readonly Catalogue Authored = new CatalogueAuthor(CurriculumLoader.Default, ContentLibrary.Default).Write(
        3, new Volume(), skills: new HashSet<string> { Skill });

    private Database database = null!;
    private CatalogueStore store = null!;
    private ReviewStore review = null!;
    private ClaudeService service = null!;

    public async Task InitializeAsync()
    {
        database = await Database.OpenAsync(await postgres.NewDatabaseAsync(), CancellationToken.None);
        store = await CatalogueStore.OpenAsync(database, CancellationToken.None);
        review = new ReviewStore(database);
        service = await ClaudeService.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_catalogue_nothing_is_bought()
    {
        await Assert.ThrowsAsync<BadInputException>(DraftAsync);
        Assert.Empty(service.Asked);
    }

    [Fact]
    public async Task Drafts_are_published_when_people_have_seen_them_and_not_before()
    {
        service.Model.Edit = question => question["stem"]!.GetValue<string>().Contains("25 blue", StringComparison.Ordinal)
            ? Wrong(question) : question;
        await PublishAsync();
        var drafted = await DraftAsync();
        Assert.Equal((5, 3, 8), (drafted.Agreed, drafted.Disagreed, drafted.Stored));
        Assert.Empty((await CheckAsync()).Failed);
        await PublishAsync();
        Assert.Equal(0L, await PublishedAsync());

        for (var left = 8; left > 0; left--)
        {
            var number = await SqlText.AskAsync<int>(database.Source, """
                SELECT min(number) FROM catalogue.questions q WHERE author = 'claude' AND NOT EXISTS (
                    SELECT FROM catalogue.decisions d JOIN catalogue.questions o ON o.number = d.question WHERE o.id = q.id)
                """);
            Assert.Contains("claude-sonnet", (await review.ReadAsync(number, CancellationToken.None))!.Origin, StringComparison.Ordinal);
            await review.DecideAsync(number, new Verdict(Decision.Approved, "Ada", ""), CancellationToken.None);
        }
        await PublishAsync();

        Assert.Equal(8L, await PublishedAsync());
        Assert.Equal(3L, await SqlText.AskAsync<long>(
            database.Source, "SELECT count(*) FROM catalogue.questions WHERE proof::jsonb ->> 'method' = 'vouched' AND author = 'Ada'"));
        Assert.Empty((await CheckAsync()).Failed);
        Assert.Equal((0, 0), ((await DraftAsync()).Stored, service.ChargedTwice));
    }

    private static JsonObject Wrong(JsonObject question)
    {
        question["answer"] = new JsonArray("7");
        return question;
    }

    private async Task<Drafted> DraftAsync()
    {
        using var chat = Claude.Open("right", Claude.DefaultModel, TimeProvider.System, service.Address);
        return await Drafting.RunAsync(
            database, chat, new ChatAuthorOptions(5_000_000, Claude.DefaultModel, Price.Of(Claude.DefaultModel)!),
            new Assignment(1, _ => new Volume(1, 4, 3, 1, 3, 1), new HashSet<string> { Skill }), TimeProvider.System, null, CancellationToken.None);
    }

    private Task<CheckedCatalogue> CheckAsync() => CatalogueCheck.RunAsync(store, ContentLibrary.Default, 2, CancellationToken.None);

    private Task<long> PublishedAsync() => SqlText.AskAsync<long>(database.Source, """
        SELECT count(*) FROM catalogue.release_questions JOIN catalogue.questions USING (number)
        WHERE item LIKE 'math.5.A.1/%/claude-1' AND release = (SELECT max(number) FROM catalogue.releases)
        """);

    private Task<Publication> PublishAsync() => store.PublishAsync(
        Authored, CurriculumLoader.Default, ContentLibrary.Default.Bugs, CareerScenarios.Default.All, 3, CancellationToken.None);
}
