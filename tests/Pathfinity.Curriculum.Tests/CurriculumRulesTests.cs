namespace Pathfinity.Curriculum.Tests;

public class CurriculumRulesTests
{
    [Fact]
    public void The_sound_curriculum_has_no_violation() => Assert.Empty(CurriculumRules.Violations(Sound.Load()));

    [Theory]
    [InlineData("[tens, ones]", "[tens]", "math.1.A.1 has 1 facets")]
    [InlineData("[tens, ones]", "[a, b, c, d, e]", "math.1.A.1 has 5 facets")]
    [InlineData("requires: [math.K.A.1]", "requires: [math.K.A.1, math.1.B.9, math.1.B.10, math.1.AA.1]",
        "math.1.A.1 has more than 3 parents")]
    [InlineData("requires: [math.K.A.1]", "requires: [math.K.A.7]", "parent 'math.K.A.7', which does not exist")]
    [InlineData("builds_on: [math.1.B.10]", "builds_on: [math.2.B.1]", "parent 'math.2.B.1', which does not exist")]
    [InlineData("standards: [K.CC.B.4]", "builds_on: [math.1.B.9]", "parent 'math.1.B.9' of a later grade")]
    [InlineData("requires: [math.K.A.1]", "requires: [math.1.A.1]", "math.1.A.1 requires itself")]
    public void A_skill_that_breaks_a_rule_is_named(string text, string replacement, string complaint) =>
        Assert.Contains(complaint, Sound.Complaint(text, replacement), StringComparison.Ordinal);

    [Fact]
    public void A_ring_of_skills_that_require_each_other_is_found()
    {
        var ring = Sound.Skills
            .Replace("description: Says ten more.", Requires("math.1.B.9"), StringComparison.Ordinal)
            .Replace("description: Says one more.", Requires("math.1.B.10"), StringComparison.Ordinal);
        var complaint = Assert.Throws<CurriculumException>(() => Sound.Load(skills: ring)).Message;
        Assert.Contains("requires itself by way of its parents", complaint, StringComparison.Ordinal);

        static string Requires(string id) => $"description: More.\n    requires: [{id}]";
    }

    [Theory]
    [InlineData("cluster: food\n    riasec", "cluster: foot\n    riasec", "Career baker names the cluster 'foot'")]
    [InlineData("riasec: RC", "riasec: RR", "RIASEC 'RR'")]
    [InlineData("riasec: RC", "riasec: RIAS", "RIASEC 'RIAS'")]
    [InlineData("riasec: RC", "riasec: X", "RIASEC 'X'")]
    [InlineData("soc: 51-3011.00", "soc: 51-3011", "SOC '51-3011'")]
    [InlineData("education: none", "education: college", "education 'college'")]
    [InlineData("contexts: [bakery]", "contexts: []", "Career baker has no work context")]
    [InlineData("contexts: [bakery]", "contexts: [bakery, kitchen]", "work context 'kitchen', which does not exist")]
    public void A_career_that_breaks_a_rule_is_named(string text, string replacement, string complaint) =>
        Assert.Contains(complaint, Sound.Complaint(text, replacement), StringComparison.Ordinal);

    [Theory]
    [InlineData("cluster: food\n    min_grade: PK\n    roles", "cluster: fool\n    min_grade: PK\n    roles",
        "Work context bakery names the cluster 'fool'")]
    [InlineData("roles: [baker]", "roles: []", "Work context bakery needs at least one role")]
    [InlineData("objects:\n      - { singular: roll, plural: rolls, container: tray, capacity: 12, low: 1, high: 9 }",
        "objects: []", "Work context bakery needs at least one role and one object")]
    [InlineData("low: 1, high: 9", "low: -1, high: 9", "'roll' needs 0 <= low < high")]
    [InlineData("low: 1, high: 9", "low: 9, high: 9", "'roll' needs 0 <= low < high")]
    public void A_work_context_that_breaks_a_rule_is_named(string text, string replacement, string complaint) =>
        Assert.Contains(complaint, Sound.Complaint(text, replacement), StringComparison.Ordinal);
}
