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
    public void Another_seed_gives_another_catalogue() => Assert.NotEqual(
        Samples.Author().Write(1, Samples.Volume, skills: Samples.SomeSkills).Hash,
        Samples.Author().Write(2, Samples.Volume, skills: Samples.SomeSkills).Hash);

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
