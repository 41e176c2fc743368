using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Tests;

public class CheckTests
{
    private static readonly Question Sound = Samples.Catalogue.Questions.First(q =>
        q.Kind is QuestionKind.Choice && q.Skill.StartsWith("math.3.", StringComparison.Ordinal));

    [Theory]
    [InlineData("A fireman has 3 hoses. How many is that?", "fairness")]
    [InlineData("Ana loads 4 guns. How many is that?", "fairness")]
    [InlineData("There are 120000 ants on the hill. How many is that?", "envelope")]
    [InlineData("What is √9?", "envelope")]
    [InlineData("Is antidisestablishmentarianism long?", "envelope")]
    [InlineData("A hall has 4 rows and then 5 rows and then 6 rows and then 7 rows and then 8 rows and then 9 rows and then 10 rows and then 11 rows and then 12 rows, so how many?", "envelope")]
    public void Wording_beyond_the_grade_is_refused_with_its_reason(string stem, string check)
    {
        var finding = Fault(Sound with { Stem = stem });
        Assert.NotNull(finding);
        Assert.Equal(check, finding.Check);
        Assert.NotEmpty(finding.Reason);
    }

    [Fact]
    public void The_same_words_may_stand_in_a_later_grade() => Assert.Null(
        FairnessCheck.Unfair("A rifle of 1776 hangs in the museum.", Grade.Parse("8")));

    [Theory]
    [InlineData("The cat sat on the mat. It ran to the red hen.", 6, 12)]
    [InlineData("One two three", 3, 3)]
    [InlineData("He said “Stop.” They went on and on.", 5, 8)]
    public void Sentences_and_words_are_counted(string text, int longest, int words) =>
        Assert.Equal((longest, words), Reading.Sentences(text));

    [Theory]
    [InlineData("It cost $1,250.75 in 1999.", 1999)]
    [InlineData("From 1,000,000 to 3.", 1_000_000)]
    [InlineData("No number.", 0)]
    public void The_largest_number_is_found(string text, long number) => Assert.Equal(number, Reading.LargestNumber(text));

    [Theory]
    [InlineData("cat", 1)]
    [InlineData("table", 2)]
    [InlineData("make", 1)]
    [InlineData("elephant", 3)]
    public void Syllables_are_counted(string word, int syllables) => Assert.Equal(syllables, Reading.Syllables(word));

    [Fact]
    public void Hard_passages_measure_higher_than_easy_ones_and_short_texts_are_not_measured()
    {
        var easy = string.Concat(Enumerable.Repeat("The dog ran to the big red house. We can see the dog run. ", 10));
        var hard = string.Concat(Enumerable.Repeat(
            "Jurisdictional ambiguities notwithstanding, contemporaneous legislatures promulgated comprehensive sanitation ordinances. ", 12));
        var grade = Grade.Parse("5");
        Assert.Null(Readability.Of("The dog ran.", grade));
        Assert.InRange(Readability.Of(easy, grade)!.Listed, 0, 4.5);
        Assert.InRange(Readability.Of(easy, Grade.Parse("2"))!.Listed, 0, 2.5);
        Assert.True(Readability.Of(hard, grade)!.Listed > 12);
        Assert.Equal("readability", Fault(Sound with { Stem = hard.Replace("ambiguities", "ambiguity") }, new ReadabilityCheck())!.Check);
    }

    [Fact]
    public void A_cell_in_which_the_longest_option_is_right_is_reported()
    {
        var planted = Enumerable.Range(0, 200).Select(i => Planted(
            i, [.. Enumerable.Range(0, 4).Select(at => at == i % 4 ? "a much longer answer" : $"{at}")], i % 4)).ToList();
        var report = CatalogueReport.Of(planted, id => CurriculumLoader.Default.Skill(id));
        Assert.Contains(report.Findings(), finding => finding.Check == "cues" && finding.Reason.Contains("longest"));
        Assert.Equal(75, CueSolver.Advantage(planted)["longest"], 6);
    }

    [Fact]
    public void A_wording_that_fills_a_cell_and_a_skill_without_variety_are_reported()
    {
        var planted = Enumerable.Range(0, 200).Select(i => Planted(i, ["a", "b", "c", "d"], i % 4) with { Mask = "_ has _." }).ToList();
        var checks = CatalogueReport.Of(planted, id => CurriculumLoader.Default.Skill(id)).Findings().Select(f => f.Check).ToList();
        Assert.Contains("mask", checks);
        Assert.Contains("variety", checks);
    }

    [Fact]
    public void Models_that_write_the_same_sentence_are_found_and_others_are_not()
    {
        const string One = "_ is a baker at the bakery and packs _ rolls into _ boxes for a large order";
        Question[] questions =
        [
            Sound with { Model = "a", Mask = One }, Sound with { Model = "b", Mask = One + " today" },
            Sound with { Model = "a", Mask = One + " soon" },
            Sound with { Model = "c", Mask = "Which of these _ would a nurse at the clinic write down first on the form?" },
        ];
        var pair = Assert.Single(NearDuplicates.Of(questions));
        Assert.Equal(("a", "b"), (pair.First, pair.Second));
        Assert.InRange(pair.Similarity, 0.9, 1);
    }

    [Theory]
    [InlineData(8, 2.5, true)]
    [InlineData(6, 2.5, false)]
    public void A_gain_is_beyond_its_bound_by_more_than_its_error(double points, double error, bool beyond) =>
        Assert.Equal(beyond, new Gain(points, error).Exceeds(5));

    [Fact]
    public void Who_never_read_the_passage_gains_where_an_option_word_gives_the_key_away()
    {
        var passage = string.Concat(Enumerable.Repeat("The mill by the river was old and slow. ", 5)) + "What is said?";
        var skills = CurriculumLoader.Default.Skills.Where(skill => skill.Subject is Subject.Ela).Take(20).Select(skill => skill.Id).ToArray();
        var planted = Enumerable.Range(0, 600).Select(i => Planted(i, [$"never w{i}", $"always x{i}", $"always y{i}", $"always z{i}"], 0) with
        {
            Stem = passage, Skill = skills[i % skills.Length],
        }).ToList();
        var gain = PassageFreeSolver.Advantage(planted)!;
        Assert.Equal((75, 0), (gain.Points, gain.Error));
        Assert.True(gain.Exceeds(5));
    }

    [Fact]
    public void Cues_of_large_cells_pay_little() => Assert.DoesNotContain(
        CatalogueReport.Of(Samples.Catalogue.Questions, id => CurriculumLoader.Default.Skill(id)).Cells.Where(cell => cell.Questions >= 400),
        cell => cell.CuePoints > 10);

    private static Question Planted(int i, string[] options, int key) => Sound with
    {
        Id = $"planted/{i}",
        Mask = $"mask {i}",
        Choices = [.. options],
        Responses = [new Response([options[key]], null, ""), .. options.Where((_, at) => at != key).Select(o => new Response([o], "bug", ""))],
    };

    private static Finding? Fault(Question question) =>
        QuestionChecks.FirstFault(question, CurriculumLoader.Default.Skill(question.Skill), ContentLibrary.Default);

    private static Finding? Fault(Question question, Check check) =>
        check.Fault(question, CurriculumLoader.Default.Skill(question.Skill), ContentLibrary.Default) is { } reason
            ? new Finding(check.Name, question.Id, reason) : null;
}
