using Pathfinity.Content.Checks;
using Pathfinity.Content.Science;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Tests;

public class ScienceTests
{
    private const int OneSourcedMax = 85; // skills of science
    private const int SkillsMin = 30; // taught skills in each grade
    private static readonly ContentLibrary Library = ContentLibrary.Default;
    private static readonly Catalogue Science = Samples.Author().Write(11, Samples.Volume, skills: Taught());

    [Fact]
    public void Every_grade_teaches_science()
    {
        var counts = Science.Items.Select(item => item.Skill).Distinct().CountBy(id => CurriculumLoader.Default.Skill(id).Grade);
        Assert.Equal(Grade.Count, counts.Count());
        Assert.All(counts, pair => Assert.True(pair.Value >= SkillsMin, $"grade {pair.Key} has {pair.Value} skills"));
    }

    [Fact]
    public void Every_skill_of_science_is_taught() =>
        Assert.All(Taught(), id => Assert.Contains(id, Library.TaughtSkills));

    /// <summary>A ceiling that only sinks: bind a facet to what it names, and lower it.</summary>
    [Fact]
    public void Few_skills_ask_all_their_facets_from_one_source() => Assert.InRange(Library.OneSourced.Length, 1, OneSourcedMax);

    [Fact]
    public void A_facet_asks_for_the_categories_it_is_bound_to()
    {
        var asked = Science.Questions.Where(q => q.Skill == "science.6.A.2" && q.Model == "science.find-case").ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, q => Assert.Contains(q.Facet, q.Stem, StringComparison.Ordinal));
    }

    [Fact]
    public void No_skill_only_reads_a_graph() => Assert.All(Taught(), id => Assert.Contains(
        Library.TeachingOrNone(id)!.Bindings, binding => binding.Model.Id != "science.read-series"));

    [Fact]
    public void What_grows_does_not_shrink_and_days_follow_the_sun()
    {
        var rising = new[] { "Bar graph of the height. week", "Bar graph of the mass. month" };
        var growth = Science.Questions.Where(q => q.Figure is not null && rising.Any(own => q.Figure.Alt.StartsWith(own, StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(growth);
        Assert.All(growth, q => Assert.Equal(Values(q).Order(), Values(q)));
        var days = Science.Questions.Where(q => q.Figure?.Alt.Contains("graph of the daylight", StringComparison.Ordinal) is true).ToList();
        Assert.NotEmpty(days);
        Assert.All(days, q => Assert.True(Turns(Values(q)) <= 1, q.Figure!.Alt));
    }

    [Fact]
    public void A_job_asks_for_tests_of_its_world() => Assert.All(Worlds.Default.Choices, world => Assert.All(world.Jobs.Values.SelectMany(own => own), sign =>
    {
        var test = world.Tests.Single(column => column.Name == sign[1..]);
        Assert.NotEmpty(sign[0] == '+' ? test.Need : test.Avoid);
    }));

    /// <summary>The numbers that a figure's text reads out after each colon.</summary>
    private static int[] Values(Question q) =>
        [.. System.Text.RegularExpressions.Regex.Matches(q.Figure!.Alt, ": ([0-9]+)").Select(own => int.Parse(own.Groups[1].Value, null))];

    /// <summary>How often values that rose begin to fall, or the reverse.</summary>
    private static int Turns(int[] values)
    {
        var signs = values.Skip(1).Select((value, i) => Math.Sign(value - values[i])).ToArray();
        return signs.Skip(1).Where((sign, i) => sign != signs[i]).Count();
    }

    [Fact]
    public void Science_is_at_work_only_where_its_strand_is_part_of_the_work()
    {
        var benches = Library.Table("science-benches");
        Assert.All(Science.Questions.Where(q => q.Context is not null), q => Assert.Contains(
            benches, row => row["context"] == q.Context && row["strands"].Contains(q.Skill.Split('.')[2], StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_bench_has_a_role_and_a_paper_of_its_work() => Assert.All(Library.Table("science-benches"), row =>
    {
        var work = CurriculumLoader.Default.WorkContexts.Single(context => context.Key == row["context"]);
        Assert.Contains(row["role"], work.Roles);
        Assert.Contains(row["paper"], work.Documents);
    });

    [Fact]
    public void No_item_of_science_lacks_questions() => Assert.Empty(Science.Shortages);

    [Fact]
    public void Hardly_a_draw_is_refused_by_a_check()
    {
        var worst = Science.Rejections.Select(r => $"{r.Skill} {r.Model} {r.Check}: {r.Reason} | {r.Stem}").Take(5);
        Assert.True(Science.Rejections.Length * 200 < Science.Questions.Length, string.Join(Environment.NewLine, worst));
    }

    [Fact]
    public void Every_skill_is_asked_in_many_wordings() => Assert.All(Science.Questions.GroupBy(q => q.Skill), skill =>
        Assert.True(skill.Select(q => q.Mask).Distinct().Count() >= 6, $"{skill.Key} has few wordings"));

    [Fact]
    public void A_wrong_answer_in_the_place_of_the_key_fails_its_proof()
    {
        var check = new ProofCheck();
        foreach (var question in Science.Questions)
        {
            var swapped = question with { Responses = question.Responses.SetItem(0, question.Responses[1]).SetItem(1, question.Responses[0]) };
            Assert.True(
                check.Fault(swapped, CurriculumLoader.Default.Skill(question.Skill), Library) is not null,
                $"{question.Id} is proven with a wrong key: {question.Stem}");
        }
    }

    [Theory]
    [InlineData("2 + 3 * 4", "14")]
    [InlineData("-2 ^ 2", "−4")]
    [InlineData("round(7 / 3, 0.01)", "2.33")]
    [InlineData("if(2 < 3 and not 1 = 2, 'yes', 'no')", "yes")]
    [InlineData("sci(602000, 3)", "6.02 × 10⁵")]
    [InlineData("sig(0.012345, 2)", "0.012")]
    [InlineData("sqrt(2.25)", "1.5")]
    [InlineData("mod(-1, 4)", "3")]
    public void Formulas_compute(string formula, string shown) =>
        Assert.Equal(shown, FormulaFunctions.Show(new Formula(formula).Of([])));

    [Theory]
    [InlineData("2 +")]
    [InlineData("(1")]
    [InlineData("'open")]
    [InlineData("1 2")]
    public void Formulas_that_cannot_be_read_are_refused(string formula) =>
        Assert.Throws<FormatException>(() => new Formula(formula));

    [Fact]
    public void Cases_of_a_table_stand_in_one_category_only() => Assert.All(Worlds.Default.Tables, table =>
    {
        var cases = table.Categories.SelectMany(category => category.Cases).ToList();
        Assert.Equal(cases.Count, cases.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    });

    private static HashSet<string> Taught() =>
        [.. CurriculumLoader.Default.Skills.Where(skill => skill.Subject == Subject.Science).Select(skill => skill.Id)];

    [Fact]
    public void Six_of_ten_questions_come_from_worlds_that_compute_more_of_them_grade_by_grade()
    {
        string[] computing = ["science.compute", "science.read-series", "science.pick-by-tests", "science.plan-experiment"];
        var questions = Samples.Catalogue.Questions.Where(q => q.Skill.StartsWith("science.", StringComparison.Ordinal)).ToList();
        Assert.InRange(questions.Average(q => computing.Contains(q.Model) ? 1.0 : 0), 0.6, 1);
        Assert.All(questions.GroupBy(q => CurriculumLoader.Default.Skill(q.Skill).Grade), grade => Assert.InRange(
            grade.Average(q => computing.Contains(q.Model) ? 1.0 : 0), grade.Key.Ordinal switch { <= 1 => 0.08, 2 => 0.2, 3 => 0.4, 4 => 0.55, _ => 0.6 }, 1));
    }
}
