using System.Collections.Immutable;
using Pathfinity.Content;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests;

[Collection(PostgresTests.Name)]
public sealed class CatalogueStoreTests(PostgresFixture postgres) : IAsyncLifetime
{
    /// <summary>What compares by value.</summary>
    private static Publication Figures(Publication published) => published with { SkillsLeftOut = [] };

    private static readonly HashSet<string> FewSkills =
    [
        .. CurriculumLoader.Default.Skills.Where(skill => skill.Subject is Subject.SocialStudies && skill.Grade.Ordinal is 1 or 2)
            .Select(skill => skill.Id),
    ];

    private Database database = null!;
    private CatalogueStore store = null!;

    public async Task InitializeAsync()
    {
        database = await Database.OpenAsync(await postgres.NewDatabaseAsync(), CancellationToken.None);
        store = await CatalogueStore.OpenAsync(database, CancellationToken.None);
    }

    public Task DisposeAsync() => database.DisposeAsync().AsTask();

    [Fact]
    public async Task A_release_comes_back_as_it_was_authored()
    {
        var catalogue = Authored(1);
        var published = await PublishAsync(catalogue);
        var release = await store.LoadReleaseAsync(published.Release, CancellationToken.None);

        var complete = catalogue.Items.GroupBy(item => item.Skill)
            .Where(own => own.Select(item => item.Container).Distinct().Count() == 3).Select(own => own.Key).ToHashSet();
        var items = catalogue.Items.Where(item => complete.Contains(item.Skill)).ToArray();
        var questions = items.SelectMany(item => item.Questions).ToArray();
        Assert.NotEmpty(questions);
        Assert.Equal(published.Hash, release.Hash);
        Assert.Equal(complete.Order(), Ids(release.Skills.Select(key => key.Key)));
        Assert.NotEmpty(published.SkillsLeftOut);
        Assert.Equal(CurriculumLoader.Default.Skills.Select(skill => skill.Id).Except(complete), published.SkillsLeftOut);
        Assert.Equal(
            questions.Select(q => (q.Kind, q.Choices.Length, q.Responses.Length - 1, q.Words, Math.Round(q.Difficulty * 1000))),
            release.Syllabus.Items.Select(i => (i.Kind, (int)i.Options, (int)i.WrongResponses, (int)i.Words, (double)i.Difficulty)));
        Assert.Equal(
            items.Select(i => (i.Container, i.Questions.Length, i.Words())),
            release.Syllabus.Materials.Select(m => (m.Container, (int)m.ItemCount, (int)m.Words)));
        Assert.Equal(
            items.Select(i => i.Context), release.Syllabus.Materials.Select(
                m => m.Context < 0 ? null : CurriculumLoader.Default.WorkContexts[m.Context].Key));
        Assert.Equal(CurriculumLoader.Default.Careers.Length, release.Careers.Length);
        Assert.Equal(release.Syllabus.Careers.Length, release.Careers.Length);
        Assert.Equal(release.Syllabus.Items.Length, release.Questions.Distinct().Count());
        Assert.Equal(release.Syllabus.Materials.Length, release.Items.Distinct().Count());
    }

    [Fact]
    public async Task A_database_without_a_catalogue_has_no_full_one() =>
        Assert.False(await store.IsFullAsync(CancellationToken.None));

    [Fact]
    public async Task Publishing_again_writes_nothing()
    {
        var first = await PublishAsync(Authored(1));
        var rows = await RowsAsync();
        var second = await PublishAsync(Authored(1));

        Assert.True(first.IsNew);
        Assert.Equal(
            Figures(first) with { IsNew = false, CurriculumWritten = 0, ItemsWritten = 0, QuestionsWritten = 0 }, Figures(second));
        Assert.Equal(rows, await RowsAsync());
    }

    [Fact]
    public async Task A_catalogue_that_comes_in_parts_is_the_release_of_the_whole()
    {
        var whole = await PublishAsync(Authored(1));
        await using var other = await Database.OpenAsync(await postgres.NewDatabaseAsync(), CancellationToken.None);
        var streamed = await CatalogueStore.OpenAsync(other, CancellationToken.None);
        var parts = Authored(1).Items.GroupBy(item => item.Skill).Select(own => new Catalogue(
            [.. own], [.. own.SelectMany(item => item.Questions)], [], [])).ToAsyncEnumerable();
        var published = await streamed.PublishAsync(
            parts, CurriculumLoader.Default, ContentLibrary.Default.Bugs, CareerScenarios.Default.All, 1, CancellationToken.None);

        Assert.Equal(Figures(whole), Figures(published));
        Assert.Equal(whole.SkillsLeftOut.AsEnumerable(), published.SkillsLeftOut);
        Assert.Equal(await LotsAsync(database), await LotsAsync(other));
        Assert.Equal(await StatusesAsync(database), await StatusesAsync(other));
    }

    [Fact]
    public async Task What_is_in_no_release_is_not_published()
    {
        await PublishAsync(Authored(1));
        Assert.Equal(0L, await AskAsync<long>("""
            SELECT (SELECT count(*) FROM catalogue.questions WHERE (status = 'published') <> (number IN (SELECT number FROM catalogue.release_questions)))
                + (SELECT count(*) FROM catalogue.items WHERE (status = 'published') <> (number IN (SELECT number FROM catalogue.release_items)))
            """));
    }

    [Fact]
    public async Task A_renewed_question_is_another_row_and_the_older_release_stays()
    {
        var catalogue = Authored(1);
        var first = await PublishAsync(catalogue);
        var before = await store.LoadReleaseAsync(first.Release, CancellationToken.None);
        var item = catalogue.Items[0];
        var renewed = item.Questions[0] with { Rationale = "Another reason." };
        var second = await PublishAsync(catalogue with
        {
            Items = catalogue.Items.SetItem(0, item with { Questions = item.Questions.SetItem(0, renewed) }),
            Questions = catalogue.Questions.SetItem(0, renewed),
        });

        Assert.Equal((first.Release + 1, 0, 1), (second.Release, second.ItemsWritten, second.QuestionsWritten));
        Assert.Equal(2, await AskAsync<int>($"SELECT max(version) FROM catalogue.questions WHERE id = '{Quoted(renewed.Id)}'"));
        var again = await store.LoadReleaseAsync(first.Release, CancellationToken.None);
        var after = await store.LoadReleaseAsync(second.Release, CancellationToken.None);
        Assert.Equal(before.Questions.AsEnumerable(), again.Questions);
        Assert.Equal(1, Enumerable.Range(0, after.Questions.Length).Count(i => before.Questions[i] != after.Questions[i]));
    }

    [Fact]
    public async Task A_batch_with_wrong_keys_fails_inspection_and_stays_out_of_the_release()
    {
        var catalogue = Authored(1);
        var model = catalogue.Questions.Where(q => q.Kind is QuestionKind.Choice).GroupBy(q => q.Model).MaxBy(own => own.Count())!.Key;
        var i = 0;
        ImmutableArray<Question> planted = [.. catalogue.Questions.Select(q =>
            q.Model == model && q.Kind is QuestionKind.Choice && i++ % 2 == 0
                ? q with { Responses = q.Responses.SetItem(0, q.Responses[1]).SetItem(1, q.Responses[0]) } : q)];
        var byItem = planted.ToLookup(q => q.Item);
        var published = await PublishAsync(catalogue with
        {
            Questions = planted, Items = [.. catalogue.Items.Select(item => item with { Questions = [.. byItem[item.Id]] })],
        });

        Assert.Equal(1, published.LotsRefused);
        Assert.Equal(model, await AskAsync<string>("SELECT string_agg(model, ',') FROM catalogue.lots WHERE NOT accepted"));
        Assert.Contains("wrong: ", await AskAsync<string>("SELECT reason FROM catalogue.lots WHERE NOT accepted"), StringComparison.Ordinal);
        Assert.Equal(0L, await AskAsync<long>(
            $"SELECT count(*) FROM catalogue.release_questions JOIN catalogue.questions USING (number) WHERE model = '{model}'"));
        Assert.Equal("inreview", await AskAsync<string>(
            $"SELECT string_agg(DISTINCT status, ',') FROM catalogue.questions WHERE model = '{model}'"));
        Assert.True(published.Questions > 0);

        var corrected = await PublishAsync(catalogue);
        Assert.Equal(1, corrected.LotsRefused); // the same version of the model is trusted no more
    }

    [Fact]
    public async Task What_failed_a_check_is_kept_with_its_reason_once()
    {
        var catalogue = Authored(1);
        var rejection = new Rejection("social.K.A.1", "social.some", "wording", "a sentence ends twice", "What..");
        await PublishAsync(catalogue with { Rejections = [rejection, rejection] });
        await PublishAsync(catalogue with { Rejections = [rejection] });
        Assert.Equal("wording: a sentence ends twice", await AskAsync<string>(
            "SELECT string_agg(failed || ': ' || reason, ',') FROM catalogue.rejections"));
    }

    [Fact]
    public async Task Another_history_of_the_catalogue_gives_the_same_release_and_keys()
    {
        await PublishAsync(Authored(2));
        var late = await PublishAsync(Authored(1));
        await using var other = await Database.OpenAsync(await postgres.NewDatabaseAsync(), CancellationToken.None);
        var fresh = await CatalogueStore.OpenAsync(other, CancellationToken.None);
        var only = await PublishAsync(Authored(1), fresh);

        Assert.Equal(only.Hash, late.Hash);
        Assert.Equal(
            (await fresh.LoadReleaseAsync(only.Release, CancellationToken.None)).Questions.Select(key => key.Key),
            (await store.LoadReleaseAsync(late.Release, CancellationToken.None)).Questions.Select(key => key.Key));
    }

    [Fact]
    public async Task A_failed_publication_leaves_nothing()
    {
        var catalogue = Authored(1);
        var last = catalogue.Items[^1];
        var broken = last.Questions[^1] with { Stem = "no \0 in a text" };
        await Assert.ThrowsAnyAsync<Npgsql.PostgresException>(() => PublishAsync(catalogue with
        {
            Items = catalogue.Items.SetItem(
                catalogue.Items.Length - 1, last with { Questions = last.Questions.SetItem(last.Questions.Length - 1, broken) }),
        }));

        Assert.Null(await store.NewestReleaseAsync(CancellationToken.None));
        Assert.Equal(0L, await AskAsync<long>("SELECT (SELECT count(*) FROM catalogue.skills) + (SELECT count(*) FROM catalogue.items)"));
    }

    [Fact]
    public async Task An_unknown_release_is_bad_input()
    {
        await PublishAsync(Authored(1));
        var e = await Assert.ThrowsAsync<BadInputException>(() => store.LoadReleaseAsync(7, CancellationToken.None));
        Assert.Contains("no release 7", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_release_nothing_is_made_by_looking()
    {
        Assert.Null(await store.NewestReleaseAsync(CancellationToken.None));
        foreach (var look in new Func<Task>[]
        {
            () => store.StatsAsync(CancellationToken.None), () => store.LoadReleaseAsync(1, CancellationToken.None),
            () => CatalogueCheck.RunAsync(store, ContentLibrary.Default, 1, CancellationToken.None),
        })
        {
            Assert.Contains(
                "content generate", (await Assert.ThrowsAsync<BadInputException>(look)).Message, StringComparison.Ordinal);
        }
        Assert.Equal(0L, await AskAsync<long>("SELECT count(*) FROM pg_namespace WHERE nspname = 'catalogue'"));
    }

    [Fact]
    public async Task Stats_agree_with_what_was_published()
    {
        var published = await PublishAsync(Authored(1));
        var stats = await store.StatsAsync(CancellationToken.None);

        Assert.Equal(
            (published.Release, (long)published.Skills, (long)published.Items, (long)published.Questions),
            (stats.Release!.Value, stats.SkillsPublished, stats.ItemsPublished, stats.QuestionsPublished));
        Assert.Equal(stats.Questions, stats.QuestionsProven);
        Assert.Equal(CurriculumLoader.Default.Skills.Length, stats.Skills);
        Assert.Equal(CareerScenarios.Default.All.Length, stats.CareerScenarios);
        Assert.DoesNotContain("social K learn", stats.EmptyCells);
        Assert.Contains("social 12 learn", stats.EmptyCells);
        Assert.All(stats.Counts.GroupBy(count => count.Axis), axis => Assert.Equal(stats.Questions, axis.Sum(count => count.Questions)));
        Assert.Equal(7, stats.Counts.Select(count => count.Axis).Distinct().Count());
    }

    [Fact]
    public async Task A_check_proves_every_stored_question_and_names_the_one_that_was_tampered_with()
    {
        var published = await PublishAsync(Authored(1));
        var sound = await CatalogueCheck.RunAsync(store, ContentLibrary.Default, 2, CancellationToken.None);
        await SqlText.RunAsync(database.Source, """
            UPDATE catalogue.questions SET responses = jsonb_set(responses, '{0,given}', responses -> 1 -> 'given') WHERE number = 1;
            UPDATE catalogue.questions SET rationale = 'Because.' WHERE number = 2
            """);
        var tampered = await CatalogueCheck.RunAsync(store, ContentLibrary.Default, 2, CancellationToken.None);

        Assert.True(sound.Checked >= published.Questions);
        Assert.Empty(sound.Failed);
        Assert.Equal(2, tampered.Failed.Length);
        Assert.Contains(tampered.Failed, finding => finding.Check == "immutable");
        Assert.Contains(tampered.Failed, finding => finding.Check is "proof" or "options");
    }

    [Fact]
    public async Task Every_table_and_column_says_what_it_is()
    {
        await database.MigrateAsync(Migrations.Catalogue, Migrations.CatalogueSchema, CancellationToken.None);
        Assert.Equal("", await AskAsync<string>("""
            SELECT coalesce(string_agg(c.relname || '.' || coalesce(a.attname, ''), ', '), '')
            FROM pg_class c
            CROSS JOIN LATERAL (
                SELECT 0 AS attnum, NULL::name AS attname
                UNION ALL SELECT a.attnum, a.attname FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) a
            WHERE c.relnamespace = 'catalogue'::regnamespace AND c.relkind IN ('r', 'v')
                AND col_description(c.oid, a.attnum) IS NULL AND (a.attnum > 0 OR obj_description(c.oid) IS NULL)
            """));
    }

    private static Catalogue Authored(ulong seed) =>
        new CatalogueAuthor(CurriculumLoader.Default, ContentLibrary.Default).Write(seed, new Volume(), skills: FewSkills);

    private static string[] Ids(IEnumerable<ulong> keys)
    {
        var ids = CurriculumLoader.Default.Skills.ToDictionary(skill => Dice.Key(skill.Id), skill => skill.Id);
        return [.. keys.Select(key => ids[key]).Order()];
    }

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private Task<Publication> PublishAsync(Catalogue catalogue, CatalogueStore? where = null) => (where ?? store).PublishAsync(
        catalogue, CurriculumLoader.Default, ContentLibrary.Default.Bugs, CareerScenarios.Default.All, 1, CancellationToken.None);

    private static Task<string> LotsAsync(Database from) => SqlText.AskAsync<string>(
        from.Source, "SELECT string_agg(concat_ws(' ', model, size, accepted, reason, sample), ';' ORDER BY model) FROM catalogue.lots");

    private static Task<string> StatusesAsync(Database from) => SqlText.AskAsync<string>(
        from.Source, "SELECT string_agg(concat_ws(' ', number, id, status), ';' ORDER BY number) FROM catalogue.questions");

    private Task<T> AskAsync<T>(string sql) => SqlText.AskAsync<T>(database.Source, sql);

    /// <summary>For each table its rows and the last transaction that wrote one.</summary>
    private Task<string> RowsAsync() => AskAsync<string>("""
        SELECT string_agg(relname || query_to_xml(
            format('SELECT count(*), max(xmin::text::bigint) FROM %s', oid::regclass), false, true, '')::text, ';' ORDER BY relname)
        FROM pg_class WHERE relnamespace = 'catalogue'::regnamespace AND relkind = 'r'
        """);
}
