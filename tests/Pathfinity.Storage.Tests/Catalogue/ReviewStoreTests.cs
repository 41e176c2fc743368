using Pathfinity.Content;
using Pathfinity.Curriculum;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests;

[Collection(PostgresTests.Name)]
public sealed class ReviewStoreTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Catalogue Authored = new CatalogueAuthor(CurriculumLoader.Default, ContentLibrary.Default).Write(
        3, new Volume(), skills: CurriculumLoader.Default.Skills
            .Where(skill => skill.Subject is Subject.SocialStudies && skill.Grade.Ordinal is 2).Take(8).Select(skill => skill.Id).ToHashSet());

    private Database database = null!;
    private CatalogueStore store = null!;
    private ReviewStore review = null!;

    public async Task InitializeAsync()
    {
        database = await Database.OpenAsync(await postgres.NewDatabaseAsync(), CancellationToken.None);
        store = await CatalogueStore.OpenAsync(database, CancellationToken.None);
        review = new ReviewStore(database);
        await PublishAsync();
    }

    public Task DisposeAsync() => database.DisposeAsync().AsTask();

    [Fact]
    public async Task The_samples_of_all_lots_wait_and_a_decision_takes_one_from_the_queue()
    {
        var waiting = await review.CountAsync(CancellationToken.None);
        var first = (await review.NextAsync(0, CancellationToken.None))!;
        Assert.NotNull(first.Lot);
        await review.DecideAsync(first.Number, new Verdict(Decision.Approved, "Ada", ""), CancellationToken.None);

        Assert.Equal(waiting - 1, await review.CountAsync(CancellationToken.None));
        Assert.NotEqual(first.Number, (await review.NextAsync(0, CancellationToken.None))!.Number);
        var past = Assert.Single((await review.ReadAsync(first.Number, CancellationToken.None))!.Decisions);
        Assert.Equal((Decision.Approved, "Ada"), (past.Decision, past.Who));
    }

    [Fact]
    public async Task To_reject_one_of_a_lot_keeps_the_lot_out_of_the_next_release_and_the_old_one_stays()
    {
        var before = await store.LoadReleaseAsync(1, CancellationToken.None);
        var item = (await review.NextAsync(0, CancellationToken.None))!;
        await review.DecideAsync(item.Number, new Verdict(Decision.Rejected, "Ada", "two answers are right"), CancellationToken.None);
        var next = await PublishAsync();

        Assert.Equal((2, 1), (next.Release, next.LotsRefused));
        Assert.Equal(0L, await AskAsync<long>(
            $"SELECT count(*) FROM catalogue.release_questions JOIN catalogue.questions USING (number) WHERE release = 2 AND model = '{item.Question.Model}'"));
        Assert.Equal(before.Questions.AsEnumerable(), (await store.LoadReleaseAsync(1, CancellationToken.None)).Questions);
        Assert.Equal("rejected", await AskAsync<string>($"SELECT status FROM catalogue.questions WHERE number = {item.Number}"));
    }

    [Fact]
    public async Task An_edit_is_a_new_version_in_the_next_release_with_who_and_what_changed()
    {
        var item = (await review.NextAsync(0, CancellationToken.None))!;
        var edited = item.Question with { Rationale = "Somebody put it better." };
        Assert.Null(await review.EditAsync(
            item.Number, edited, new Verdict(Decision.Edited, "Ada", "clearer"), ContentLibrary.Default, CancellationToken.None));
        var next = await PublishAsync();
        var again = await PublishAsync();

        Assert.Equal((2, 2, false), (next.Release, again.Release, again.IsNew));
        var newest = (await review.FindAsync(item.Question.Id, CancellationToken.None))!;
        Assert.Equal((2, "Somebody put it better.", "Ada", Status.Published),
            (newest.Version, newest.Question.Rationale, newest.Question.Author, newest.Question.Status));
        Assert.Contains("Somebody put it better.", Assert.Single(newest.Decisions).Difference!, StringComparison.Ordinal);
        Assert.Equal(1L, await AskAsync<long>($"SELECT count(*) FROM catalogue.release_questions WHERE release = 2 AND number = {newest.Number}"));
        Assert.Equal(1L, await AskAsync<long>($"SELECT count(*) FROM catalogue.release_questions WHERE release = 1 AND number = {item.Number}"));
    }

    [Fact]
    public async Task An_edit_that_fails_a_check_is_refused_with_the_reason_and_changes_nothing()
    {
        var item = (await review.NextAsync(0, CancellationToken.None))!;
        var waiting = await review.CountAsync(CancellationToken.None);
        var fault = await review.EditAsync(
            item.Number, item.Question with { Stem = "<b>Which?</b>" }, new Verdict(Decision.Edited, "Ada", ""), ContentLibrary.Default,
            CancellationToken.None);
        Assert.Equal("wording", fault!.Check);
        Assert.Equal(waiting, await review.CountAsync(CancellationToken.None));
        Assert.Equal(1, (await review.FindAsync(item.Question.Id, CancellationToken.None))!.Version);
    }

    [Theory]
    [InlineData(Decision.Rejected, "Ada", "")]
    [InlineData(Decision.Approved, "", "fine")]
    [InlineData(Decision.Approved, "procedural", "fine")]
    public async Task A_decision_without_a_name_or_a_needed_reason_is_bad_input(Decision decision, string who, string why)
    {
        var item = (await review.NextAsync(0, CancellationToken.None))!;
        await Assert.ThrowsAsync<BadInputException>(() => review.DecideAsync(item.Number, new Verdict(decision, who, why), CancellationToken.None));
    }

    [Fact]
    public async Task A_retired_question_leaves_with_its_item()
    {
        var item = (await review.NextAsync(0, CancellationToken.None))!;
        await review.DecideAsync(item.Number, new Verdict(Decision.Retired, "Ada", "out of date"), CancellationToken.None);
        await PublishAsync();
        Assert.Equal(0L, await AskAsync<long>(
            $"SELECT count(*) FROM catalogue.release_items JOIN catalogue.items USING (number) WHERE release = 2 AND id = '{item.Question.Item}'"));
    }

    private Task<Publication> PublishAsync() => store.PublishAsync(
        Authored, CurriculumLoader.Default, ContentLibrary.Default.Bugs, CareerScenarios.Default.All, 3, CancellationToken.None);

    private Task<T> AskAsync<T>(string sql) => SqlText.AskAsync<T>(database.Source, sql);
}
