using System.Globalization;
using System.Text.RegularExpressions;
using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Tests;

public sealed class SocialStudiesTests
{
    private static readonly CurriculumSet Curriculum = CurriculumLoader.Default;

    /// <summary>Every fifth taught skill: all of them are the catalogue's own check.</summary>
    private static readonly IReadOnlyList<string> Sampled = [.. ContentLibrary.Default.TaughtSkills
        .Where(id => id.StartsWith("social.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Where((_, i) => i % 5 == 0)];

    private static readonly Lazy<Catalogue> Written = new(() => new CatalogueAuthor(Curriculum, ContentLibrary.Default).Write(
        20260105, new Volume(), skills: Sampled.ToHashSet()));

    [Fact]
    public void Every_skill_of_social_studies_is_taught_thirty_or_more_in_a_grade()
    {
        var skills = Curriculum.Skills.Where(skill => skill.Subject is Subject.SocialStudies).ToList();
        Assert.All(skills, skill => Assert.Contains(skill.Id, ContentLibrary.Default.TaughtSkills));
        var counts = skills.CountBy(skill => skill.Grade).ToList();
        Assert.Equal(Grade.Count, counts.Count);
        Assert.All(counts, pair => Assert.True(pair.Value >= 30, $"grade {pair.Key} has {pair.Value} skills"));
    }

    [Fact]
    public void Figures_of_the_past_are_no_work_of_banks_and_offices()
    {
        var past = Sampled.Where(id => ContentLibrary.BuiltIn().Any(file =>
            file.Name.Contains(id + ".yaml", StringComparison.Ordinal) && file.Text.Contains("past: \"true\"", StringComparison.Ordinal))).ToHashSet();
        Assert.NotEmpty(past);
        Assert.All(
            Written.Value.Questions.Where(q => past.Contains(q.Skill) && q.Model is ("social.formula" or "social.table-reading")),
            q => Assert.DoesNotContain(q.Context, (string[])["ad-agency", "community-center"]));
    }

    [Fact]
    public void Every_taught_skill_gets_all_its_items_in_all_containers()
    {
        Assert.Empty(Written.Value.Shortages);
        Assert.All(Written.Value.Items.GroupBy(item => item.Skill), skill => Assert.Equal(9, skill.Count()));
    }

    [Fact]
    public void Six_of_ten_questions_for_the_young_come_from_models_that_compute()
    {
        string[] looksUp = ["social.sort-example", "social.sort-name", "social.sort-people", "social.fact-ask", "social.fact-lines",
            "social.fact-match", "social.steps-next", "social.steps-order", "social.sort-lists"];
        var young = Curriculum.Skills.Where(skill => skill.Subject is Subject.SocialStudies && skill.Grade.Ordinal <= 3).Where((_, i) => i % 4 == 0);
        var written = new CatalogueAuthor(Curriculum, ContentLibrary.Default).Write(3, Volume.Full, skills: young.Select(skill => skill.Id).ToHashSet());
        Assert.InRange(written.Questions.Average(q => looksUp.Contains(q.Model) ? 0.0 : 1), 0.58, 1);
        Assert.All(written.Questions.GroupBy(q => q.Skill), skill => Assert.Equal(94, skill.Count()));
    }

    [Theory]
    [InlineData("social.8.C.3")]
    [InlineData("social.6.A.6")]
    [InlineData("social.11.D.3")]
    public void What_may_be_true_of_its_kin_stands_in_no_question_on_an_entry(string skill)
    {
        var rows = ContentLibrary.Default.Table(skill);
        var kin = rows.Where(row => row.ContainsKey("kin")).Select(row => row["kin"].Split('/')).ToList();
        var questions = new CatalogueAuthor(Curriculum, ContentLibrary.Default).Write(11, Volume.Full, skills: new HashSet<string> { skill }).Questions
            .Where(q => q.Model.StartsWith("social.fact", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(kin);
        Assert.NotEmpty(questions);
        Assert.All(questions, q =>
        {
            var text = string.Join('\n', [q.Stem, .. q.Choices, .. q.Prompts]);
            var named = rows.Where(row => row.ContainsKey("e") && row.Values.Any(said => text.Contains(said, StringComparison.OrdinalIgnoreCase)))
                .Select(row => row["e"]).ToList();
            Assert.All(kin, group => Assert.InRange(named.Count(group.Contains), 0, 1));
        });
    }

    [Fact]
    public void A_table_over_time_leaves_no_row_out()
    {
        var written = new CatalogueAuthor(Curriculum, ContentLibrary.Default)
            .Write(5, new Volume(), skills: new HashSet<string>(["social.11.B.3"]));
        var quarters = written.Questions.Where(q => q.Model == "social.table-reading" && q.Stem.Contains("quarter", StringComparison.Ordinal))
            .Select(q => Regex.Matches(q.Figure!.Alt, "quarter ([0-9])").Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToArray())
            .ToArray();
        Assert.NotEmpty(quarters);
        Assert.All(quarters, rows => Assert.Equal(Enumerable.Range(rows[0], rows.Length), rows));
    }

    [Fact]
    public void Every_skill_has_two_families_and_eight_wordings()
    {
        foreach (var skill in Written.Value.Questions.GroupBy(q => q.Skill))
        {
            var masks = skill.Select(q => q.Mask).Distinct().Count();
            Assert.True(skill.Select(q => q.Model).Distinct().Count() >= 2 || masks >= 12, $"{skill.Key} has one family only");
            Assert.True(masks >= 8, $"{skill.Key} has {masks} wordings");
        }
    }

    [Fact]
    public void A_wrong_option_put_in_place_of_the_key_is_found_out_in_every_item_model()
    {
        var check = new ProofCheck();
        foreach (var model in Written.Value.Questions.GroupBy(q => q.Model))
        {
            foreach (var question in model.Where(q => q.Responses.Length > 1).Take(12))
            {
                var mutated = question with { Responses = [question.Responses[1] with { Bug = null }, question.Responses[0] with { Bug = "social.counts-all" }] };
                Assert.NotNull(check.Fault(mutated, Curriculum.Skill(question.Skill), ContentLibrary.Default));
            }
        }
    }

    [Fact]
    public void Hard_history_is_told_only_by_those_who_keep_and_report_it()
    {
        var hard = ContentLibrary.BuiltIn().Where(file => file.Name.Contains("social.", StringComparison.Ordinal)
            && file.Text.Contains("hard: \"true\"", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file.Name)).ToHashSet();
        var written = new CatalogueAuthor(Curriculum, ContentLibrary.Default).Write(7, new Volume(), skills: hard);
        Assert.All(
            written.Items.Where(item => item.Container is not Container.Learn),
            item => Assert.Contains(item.Context, (string[])["museum", "newsroom"]));
    }

    [Fact]
    public void Every_wrong_answer_comes_from_a_bug_of_social_studies()
    {
        var listed = ContentLibrary.Default.Bugs.Where(bug => bug.Subject is Subject.SocialStudies).Select(bug => bug.Id).ToHashSet();
        Assert.All(
            Written.Value.Questions.SelectMany(q => q.Responses).Select(r => r.Bug).OfType<string>().Distinct(),
            bug => Assert.Contains(bug, listed));
    }
}
