using Pathfinity.Curriculum;

namespace Pathfinity.Content.Tests;

public class CatalogueAuthorTests
{
    private const ulong Seed = 7;

    [Fact]
    public void Threads_do_not_change_the_catalogue()
    {
        var author = Samples.Author();
        Assert.Equal(
            author.Write(Seed, Samples.Volume, threads: 1, Samples.SomeSkills).Hash,
            author.Write(Seed, Samples.Volume, threads: 4, Samples.SomeSkills).Hash);
    }

    [Fact]
    public async Task Its_parts_in_order_are_the_whole_and_no_skill_is_in_two_of_them()
    {
        var skills = CurriculumLoader.Default.Skills.Where(skill => skill.Subject is Subject.Science).Take(60)
            .Select(skill => skill.Id).ToHashSet(StringComparer.Ordinal);
        var volume = new Volume(Learn: 1, Experience: 1, Discover: 1);
        var author = Samples.Author();
        var parts = new List<Catalogue>();
        await foreach (var part in author.WritePartsAsync(new Assignment(Seed, _ => volume, skills), null, CancellationToken.None))
        {
            parts.Add(part);
        }
        var whole = author.Write(Seed, volume, skills: skills);

        Assert.True(parts.Count > 1);
        Assert.Equal(whole.Hash, (whole with { Items = [.. parts.SelectMany(part => part.Items)] }).Hash);
        Assert.Equal(whole.Questions.Select(q => q.Id), parts.SelectMany(part => part.Questions).Select(q => q.Id));
        Assert.Equal(whole.Shortages, parts.SelectMany(part => part.Shortages));
        Assert.Equal(skills.Count, parts.Sum(part => part.Items.Select(item => item.Skill).Distinct().Count()));
    }

    [Fact]
    public async Task A_reader_that_stops_early_has_had_at_most_a_part_written_ahead()
    {
        var volume = new Volume(Learn: 1, Experience: 1, Discover: 1);
        var (written, all) = (0, 0);
        var progress = new Counter(told => (written, all) = (told.Skills, told.Of));
        await foreach (var part in Samples.Author().WritePartsAsync(new Assignment(Seed, _ => volume), progress, CancellationToken.None))
        {
            break;
        }

        Assert.InRange(written, 1, all / 2);
    }

    private sealed class Counter(Action<AuthorProgress> told) : IProgress<AuthorProgress>
    {
        public void Report(AuthorProgress value) => told(value);
    }

    [Fact]
    public void Another_seed_gives_another_catalogue() => Assert.NotEqual(
        Samples.Author().Write(1, Samples.Volume, skills: Samples.SomeSkills).Hash,
        Samples.Author().Write(2, Samples.Volume, skills: Samples.SomeSkills).Hash);

    [Fact]
    public void A_larger_volume_begins_with_the_smaller_one()
    {
        var small = Samples.Author().Write(Seed, new Volume(Learn: 2, Experience: 2, Discover: 2), skills: Samples.SomeSkills);
        var large = Samples.Author().Write(Seed, new Volume(Learn: 4, Experience: 3, Discover: 3), skills: Samples.SomeSkills)
            .Questions.ToDictionary(question => question.Id, ContentHash.Of);
        Assert.All(small.Questions, question => Assert.Equal(ContentHash.Of(question), large[question.Id]));
    }

    [Fact]
    public void A_changed_item_model_renews_its_own_questions_and_no_others()
    {
        var skills = CurriculumLoader.Default.Skills.Where(skill => skill.Subject is Subject.Math && skill.Grade.Ordinal == 5)
            .Select(skill => skill.Id).ToHashSet();
        var before = Samples.Author().Write(Seed, Samples.Volume, skills: skills);
        var changed = ContentLibrary.Default.Models[before.Questions.First(q => q.Context is not null).Model];
        var library = ContentLibrary.Load(ContentLibrary.BuiltIn(), ContentLibrary.Default.Models.Values.Select(
            model => model == changed ? new NextVersion(model) : model));
        var after = new CatalogueAuthor(CurriculumLoader.Default, library).Write(Seed, Samples.Volume, skills: skills);

        var renewed = after.Questions.Zip(before.Questions).Where(pair => !ContentHash.Of(pair.First).AsSpan()
            .SequenceEqual(ContentHash.Of(pair.Second))).Select(pair => pair.First).ToList();
        Assert.NotEmpty(renewed);
        Assert.All(renewed, question => Assert.Equal(changed.Id, question.Model));
        Assert.Equal(before.Questions.Select(q => q.Id), after.Questions.Select(q => q.Id));
        Assert.Equal(before.Questions.Count(q => q.Model == changed.Id), renewed.Count);
    }

    [Fact]
    public void An_item_model_that_fails_loses_its_draws_and_says_why()
    {
        var skills = Samples.SomeSkills;
        var failing = ContentLibrary.Default.TeachingOrNone(skills.Order().First())!.Bindings[0].Model;
        var library = ContentLibrary.Load(ContentLibrary.BuiltIn(), ContentLibrary.Default.Models.Values.Select(
            model => model == failing ? new Family(model.Id, _ => throw new DivideByZeroException("0 in the bottom")) : model));
        var catalogue = new CatalogueAuthor(CurriculumLoader.Default, library).Write(Seed, Samples.Volume, skills: skills);

        Assert.NotEmpty(catalogue.Questions);
        Assert.DoesNotContain(catalogue.Questions, question => question.Model == failing.Id);
        Assert.Contains(catalogue.Rejections, rejection =>
            rejection.Model == failing.Id && rejection.Check == "model" && rejection.Reason.Contains("0 in the bottom"));
    }

    private sealed class NextVersion(ItemModel inner) : ItemModel(inner.Id, inner.Version + 1)
    {
        public override bool Works => inner.Works;

        public override bool WorksAt(WorkContext work) => inner.WorksAt(work);

        public override Draft? Write(Commission c) => inner.Write(c);
    }

    [Fact]
    public void Every_question_names_its_item_and_its_id_is_unique()
    {
        var catalogue = Samples.Catalogue;
        Assert.Equal(catalogue.Questions.Length, catalogue.Questions.Select(q => q.Id).Distinct().Count());
        Assert.All(catalogue.Items, item => Assert.All(item.Questions, q => Assert.Equal(item.Id, q.Item)));
        Assert.Equal(catalogue.Questions, catalogue.Items.SelectMany(item => item.Questions));
    }

    [Fact]
    public void The_last_question_of_an_item_assesses() => Assert.All(Samples.Catalogue.Items, item =>
        Assert.Equal(QuestionPart.Assessment, item.Questions[^1].Part));

    [Fact]
    public void Learn_items_show_three_examples_five_practice_questions_and_one_assessment() =>
        Assert.All(Samples.Catalogue.Items.Where(item => item.Container == Container.Learn), item =>
        {
            Assert.Equal(6, item.Questions.Length);
            Assert.Equal(3, ((LearnBody)item.Body).Examples.Length);
        });

    [Fact]
    public void Experience_and_discovery_have_a_work_context_and_show_options() =>
        Assert.All(Samples.Catalogue.Items.Where(item => item.Container != Container.Learn), item =>
        {
            Assert.NotNull(item.Context);
            Assert.All(item.Questions, q => Assert.InRange(q.Choices.Length, 2, 5));
        });
}
