namespace Pathfinity.Curriculum.Tests;

public class BuiltInCurriculumTests
{
    private static readonly CurriculumSet Set = CurriculumLoader.Default;

    [Fact]
    public void It_loads_without_a_violation() => Assert.Empty(CurriculumRules.Violations(Set));

    [Fact]
    public void It_has_the_sixteen_career_clusters() => Assert.Equal(16, Set.Clusters.Length);

    [Fact]
    public void Every_grade_band_can_picture_ten_work_contexts() =>
        Assert.True(Set.WorkContexts.Count(context => context.MinGrade <= Grade.PreK) >= 10);
}
