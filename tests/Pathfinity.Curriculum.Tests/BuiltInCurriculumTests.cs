namespace Pathfinity.Curriculum.Tests;

public class BuiltInCurriculumTests
{
    private static readonly CurriculumSet Set = CurriculumLoader.Default;

    /// <summary>Beings whose price is what they pay.</summary>
    private static readonly string[] Pays = ["rider", "visitor", "player", "fan", "guest", "traveler"];

    [Fact]
    public void It_loads_without_a_violation() => Assert.Empty(CurriculumRules.Violations(Set));

    [Fact]
    public void It_has_the_sixteen_career_clusters() => Assert.Equal(16, Set.Clusters.Length);

    [Fact]
    public void It_has_careers_and_contexts_enough_to_choose_from()
    {
        Assert.InRange(Set.Careers.Length, 250, int.MaxValue);
        Assert.InRange(Set.WorkContexts.Length, 40, 60);
    }

    [Theory]
    [InlineData("chef")]
    [InlineData("artist")]
    [InlineData("engineer")]
    [InlineData("doctor")]
    public void The_careers_that_demonstrations_show_can_be_chosen_from_the_start(string id) =>
        Assert.Equal(Grade.PreK, Set.Careers[Set.CareerOrdinal(id)].MinGrade);

    [Fact]
    public void Every_grade_is_offered_twenty_careers_or_more() => Assert.All(
        Grade.All, grade => Assert.True(Set.Careers.Count(career => career.MinGrade <= grade) >= 20, $"Grade {grade}"));

    [Fact]
    public void Every_cluster_has_fifteen_careers_or_more() => Assert.All(
        Set.Clusters,
        cluster => Assert.True(Set.Careers.Count(career => career.Cluster == cluster.Key) >= 15, cluster.Key));

    [Fact]
    public void Every_interest_leads_some_career_of_every_grade_band()
    {
        var bands = Grade.All.GroupBy(grade => grade.Band).Select(band => band.Max());
        Assert.All(bands, grade => Assert.All("RIASEC", letter => Assert.Contains(
            Set.Careers, career => career.MinGrade <= grade && career.Riasec[0] == letter)));
    }

    [Fact]
    public void A_career_is_offered_only_to_those_who_can_picture_its_own_work_context() => Assert.All(
        Set.Careers,
        career => Assert.True(Set.Context(career.Contexts[0]).MinGrade <= career.MinGrade, career.Id));

    [Fact]
    public void Every_work_context_belongs_to_some_career() => Assert.All(
        Set.WorkContexts,
        context => Assert.Contains(Set.Careers, career => career.Contexts.Contains(context.Key)));

    [Fact]
    public void Every_work_context_has_four_goods_that_can_be_counted_shared_and_used_up() => Assert.All(
        Set.WorkContexts,
        context => Assert.True(context.Objects.Count(o => o.Kind is ThingKind.Goods && o.Unit is null) >= 4, context.Key));

    [Fact]
    public void A_document_is_one_document_ready_to_follow_an_article() => Assert.All(
        Set.WorkContexts.SelectMany(context => context.Documents),
        document => Assert.DoesNotMatch("[^s]s$", document));

    [Fact]
    public void No_being_is_for_sale_by_the_piece() => Assert.Empty(
        from context in Set.WorkContexts
        from thing in context.Objects
        where thing.Kind is ThingKind.Being && thing.UnitPriceCents > 0 && !Pays.Contains(thing.Singular)
        select $"{context.Key}: {thing.Singular}");

    [Fact]
    public void Every_career_says_what_it_does_in_one_short_sentence() => Assert.All(Set.Careers, career =>
    {
        Assert.Matches("^(A|An) .*[^.]\\.$", career.Does);
        Assert.InRange(career.Does.Split(' ').Length, 6, 22);
    });

    [Fact]
    public void No_sentence_gives_a_career_to_one_gender() => Assert.All(
        Set.Careers, career => Assert.DoesNotMatch("\\b(he|she|his|her|him|man|woman|men|women)\\b", career.Does));
}
