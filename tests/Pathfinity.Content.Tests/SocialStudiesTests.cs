using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Tests;

public sealed class SocialStudiesTests
{
    private static readonly CurriculumSet Curriculum = CurriculumLoader.Default;

    private static readonly Lazy<Catalogue> Written = new(() => new CatalogueAuthor(Curriculum, ContentLibrary.Default).Write(
        20260105, new Volume(), skills: ContentLibrary.Default.TaughtSkills.Where(id => id.StartsWith("social.", StringComparison.Ordinal)).ToHashSet()));

    [Fact]
    public void Every_taught_skill_gets_all_its_items_in_all_containers()
    {
        Assert.Empty(Written.Value.Shortages);
        Assert.Empty(Written.Value.Rejections);
        Assert.All(Written.Value.Items.GroupBy(item => item.Skill), skill => Assert.Equal(9, skill.Count()));
    }

    [Fact]
    public void Every_skill_has_two_families_and_eight_wordings()
    {
        foreach (var skill in Written.Value.Questions.GroupBy(q => q.Skill))
        {
            Assert.True(skill.Select(q => q.Model).Distinct().Count() >= 2, $"{skill.Key} has one family only");
            var masks = skill.Select(q => q.Mask).Distinct().Count();
            Assert.True(masks >= 8, $"{skill.Key} has {masks} wordings");
        }
    }

    [Fact]
    public void No_wording_fills_more_than_a_twentieth_of_a_grade()
    {
        foreach (var cell in Written.Value.Questions.GroupBy(q => q.Skill.Split('.')[1]))
        {
            var most = cell.GroupBy(q => q.Mask).MaxBy(group => group.Count())!;
            Assert.True(20 * most.Count() <= cell.Count() + 20, $"grade {cell.Key}: {most.Count()} of {cell.Count()} read '{most.Key}'");
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
        var hard = Written.Value.Items.Where(item => item.Container is not Container.Learn
            && ContentLibrary.Default.Table(item.Skill).Any(row => row.ContainsKey("hard")));
        Assert.All(hard, item => Assert.Contains(item.Context, (string[])["museum", "newsroom"]));
    }

    [Fact]
    public void Every_bug_of_the_tables_is_listed_and_every_listed_bug_is_used()
    {
        var listed = ContentLibrary.Default.Bugs.Where(bug => bug.Subject is Subject.SocialStudies).Select(bug => bug.Id).ToHashSet();
        var used = Written.Value.Questions.SelectMany(q => q.Responses).Select(r => r.Bug).OfType<string>().ToHashSet();
        Assert.Superset(used, listed);
        Assert.Empty(listed.Except(used));
    }
}
