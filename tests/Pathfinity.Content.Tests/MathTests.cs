using Pathfinity.Content.Mathematics.Asks;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Tests;

public class MathTests
{
    private const string Sound =
        """
        asks:
          - id: sum
            draw: {a: 2..9, b: [3, 4]}
            ask: ["What is {a} + {b}?", "Add {a} and {b}. What is the sum?"]
            key: a + b
            wrong: {adds-the-digits: a * b}
            hint: Count on.
            why: "{a} + {b} = {a + b}."
            proof: ["n - {b} = {a}"]
        """;

    [Fact]
    public void A_sound_ask_is_read() => Assert.Equal("math.sum", Assert.Single(AskLibrary.Read("sums.yml", Sound)).Id);

    [Theory]
    [InlineData("key: a + b", "key: a +", "'sum'")]
    [InlineData("key: a + b", "keyy: a + b", "sums.yml, line 5")]
    [InlineData("""["n - {b} = {a}"]""", "[]", "needs a key with a proof")]
    [InlineData(""", "Add {a} and {b}. What is the sum?"]""", "]", "two or more wordings")]
    public void A_faulty_ask_is_refused_with_its_place(string text, string replacement, string complaint) => Assert.Contains(
        complaint,
        Assert.Throws<ContentException>(() => AskLibrary.Read("sums.yml", Sound.Replace(text, replacement, StringComparison.Ordinal))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Every_ask_is_asked()
    {
        var asked = Samples.Catalogue.Questions.Select(q => q.Model).ToHashSet();
        Assert.All(AskLibrary.All(), ask => Assert.Contains(ask.Id, asked));
    }

    [Fact]
    public void Every_skill_has_two_item_models_and_six_wordings_and_all_its_facets() => Assert.Empty(
        from skill in CurriculumLoader.Default.Skills
        where skill.Subject is Subject.Math
        let questions = Samples.Catalogue.Questions.Where(q => q.Skill == skill.Id).ToList()
        where questions.Select(q => q.Model).Distinct().Count() < 2 || questions.Select(q => q.Mask).Distinct().Count() < 6
            || questions.Select(q => q.Facet).Distinct().Count() < skill.Facets.Length
        select skill.Id);

    [Fact]
    public void From_grade_3_on_few_questions_ask_to_recall() => Assert.All(
        Samples.Catalogue.Questions
            .Select(q => (Question: q, Skill: CurriculumLoader.Default.Skill(q.Skill)))
            .Where(q => q.Skill.Subject is Subject.Math && q.Skill.Grade >= Grade.Parse("3"))
            .GroupBy(q => q.Skill.Grade),
        cell => Assert.True(cell.Count(q => q.Question.Demand is Demand.Recall) <= cell.Count() * 0.35, $"Grade {cell.Key}"));
}
