using Pathfinity.Curriculum;

namespace Pathfinity.Content.Tests;

public class ElaCatalogueTests
{
    private const double LengthCueMax = 0.12; // above chance, in any grade
    private const double OtherKindsMin = 0.4; // of lessons, which are most of the catalogue; work shows choices alone

    private static IEnumerable<ContentItem> Items =>
        Samples.Catalogue.Items.Where(item => item.Skill.StartsWith("ela.", StringComparison.Ordinal));

    private static IEnumerable<Question> Questions => Items.SelectMany(item => item.Questions);

    [Fact]
    public void Every_english_skill_has_all_its_items()
    {
        var expected = Samples.Volume.Learn + Samples.Volume.Experience + Samples.Volume.Discover;
        var counts = Items.GroupBy(item => item.Skill).ToDictionary(group => group.Key, group => group.Count());
        Assert.All(CurriculumLoader.Default.Skills.Where(skill => skill.Subject == Subject.Ela), skill =>
            Assert.Equal(expected, counts.GetValueOrDefault(skill.Id)));
    }

    [Fact]
    public void No_slot_is_left_open() => Assert.All(Questions, q => Assert.DoesNotContain(
        (IEnumerable<string>)[q.Stem, q.Hint, q.Rationale, .. q.Choices, .. q.Prompts, .. q.Responses.Select(r => r.Reason)],
        text => text.Contains('{', StringComparison.Ordinal) || text.Contains('}', StringComparison.Ordinal)));

    [Fact]
    public void The_longest_option_is_the_key_hardly_more_often_than_by_chance() => Assert.All(
        Questions.Where(q => q.Kind == QuestionKind.Choice).GroupBy(q => q.Skill.Split('.')[1]), grade =>
        {
            var chance = grade.Average(q => 1.0 / q.Choices.Length);
            var longest = grade.Average(q => q.Choices.All(c => c == q.Key.Given[0] || c.Length < q.Key.Given[0].Length) ? 1.0 : 0.0);
            Assert.True(longest < chance + LengthCueMax, $"grade {grade.Key}: {longest:F2} against {chance:F2}");
        });

    [Fact]
    public void Two_of_five_questions_of_english_lessons_are_no_plain_choices()
    {
        var share = Questions.Where(q => q.Container == Container.Learn).Average(q => q.Kind == QuestionKind.Choice ? 0.0 : 1.0);
        Assert.True(share >= OtherKindsMin, $"{share:P1}");
    }

    [Fact]
    public void Every_english_skill_asks_in_six_wordings_or_more() => Assert.All(
        Questions.GroupBy(q => q.Skill), skill => Assert.True(skill.Select(q => q.Mask).Distinct().Count() >= 6, skill.Key));

    [Fact]
    public void No_question_on_an_original_text_is_asked_under_two_skills_of_a_grade() => Assert.All(
        Questions.Where(q => q.Model == "ela.literature-asked").GroupBy(q => (q.Skill.Split('.')[1], Passage(q), q.Key.Given[0])),
        asked => Assert.Single(asked.Select(q => q.Skill).Distinct()));

    /// <summary>The last paragraph but the question: enough to tell one text from another.</summary>
    private static string Passage(Question question) => question.Stem.Split("\n\n")[^2];
}
