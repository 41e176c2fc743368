namespace Pathfinity.Curriculum.Tests;

public class CurriculumLoaderTests
{
    [Fact]
    public void Every_part_of_a_skill_is_read()
    {
        var skill = Sound.Load().Skill("math.1.A.1");
        Assert.Equal(Subject.Math, skill.Subject);
        Assert.Equal(Grade.Parse("1"), skill.Grade);
        Assert.Equal("counting", skill.Strand);
        Assert.Equal("Count to fifty", skill.Name);
        Assert.Equal("Counts up to fifty things in tens and ones.", skill.Description);
        Assert.Equal("tens|ones", string.Join("|", skill.Facets));
        Assert.Equal("math.K.A.1", Assert.Single(skill.Requires));
        Assert.Equal("A.1", skill.Code);
        Assert.Equal("K.CC.B.4", Assert.Single(Sound.Load().Skill("math.K.A.1").Standards));
    }

    [Fact]
    public void Every_part_of_a_career_and_its_context_is_read()
    {
        var set = Sound.Load();
        var career = set.Careers[set.CareerOrdinal("baker")];
        Assert.Equal(
            ("Baker", "51-3011.00", "Bakers", "food", "RC", "none", "A baker bakes bread."),
            (career.Name, career.Soc, career.SocTitle, career.Cluster, career.Riasec, career.Education, career.Does));
        var context = set.Context(career.Contexts.Single());
        Assert.Equal("the bakery", context.Setting);
        Assert.Equal(new WorkObject("roll", "rolls", "tray", 12, 0, null, 1, 9), Assert.Single(context.Objects));
    }

    [Fact]
    public void Skills_stand_by_grade_then_cluster_then_number() => Assert.Equal(
        ["math.K.A.1", "math.1.A.1", "math.1.B.9", "math.1.B.10", "math.1.AA.1"],
        Sound.Load().Skills.Select(skill => skill.Id));

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        var turned = CurriculumLoader.Load([("work.yaml", Sound.Work), ("skills.yaml", Sound.Skills)]);
        Assert.Equal(Sound.Load().Skills.Select(skill => skill.Id), turned.Skills.Select(skill => skill.Id));
        Assert.Equal(Sound.Load().Careers.Select(career => career.Id), turned.Careers.Select(career => career.Id));
    }

    [Fact]
    public void A_cell_holds_the_skills_of_one_grade_and_subject()
    {
        Assert.Equal("math.K.A.1", Assert.Single(Sound.Load().Cell(Subject.Math, Grade.K)).Id);
        Assert.Empty(Sound.Load().Cell(Subject.Ela, Grade.K));
    }

    [Fact]
    public void What_does_not_exist_is_named()
    {
        var set = Sound.Load();
        Refuses("math.9.Z.9", () => set.Skill("math.9.Z.9"));
        Refuses("pilot", () => set.CareerOrdinal("pilot"));
        Refuses("mine", () => set.Context("mine"));

        static void Refuses(string name, Func<object> find) => Assert.Contains(
            name, Assert.Throws<KeyNotFoundException>(find).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("    riasec: RC", "    riasec: [RC", 18)]
    [InlineData("    riasec: RC", "    riasek: RC", 18)]
    [InlineData("    riasec: RC", "    soc: 51-3011.00", 18)]
    [InlineData("capacity: 12", "capacity: many", 11)]
    [InlineData("capacity: 12", "capacity: 12, kind: ghost", 11)]
    public void Malformed_yaml_is_refused_with_file_and_line(string text, string replacement, int line) =>
        Assert.StartsWith($"work.yaml, line {line}: ", Sound.Complaint(text, replacement), StringComparison.Ordinal);

    [Theory]
    [InlineData("subject: math", "subject: maths", "skills.yaml: 'maths' is no subject")]
    [InlineData("strand: counting", "strand: ' '", "skills.yaml: 'strand' is missing or empty")]
    [InlineData("id: math.K.A.1", "id: math.K.A.0", "skills.yaml: 'math.K.A.0' is no skill of math")]
    [InlineData("id: math.K.A.1", "id: ela.K.A.1", "skills.yaml: 'ela.K.A.1' is no skill of math")]
    [InlineData("name: Count to ten", "name: ''", "skills.yaml: 'name of math.K.A.1' is missing or empty")]
    [InlineData("min_grade: PK", "min_grade: 13", "work.yaml: '13' is no grade")]
    [InlineData("does: A baker bakes bread.", "does:", "work.yaml: 'does of baker' is missing or empty")]
    [InlineData("singular: roll", "singular:", "work.yaml: 'singular of an object of bakery' is missing or empty")]
    public void A_value_that_makes_no_sense_is_refused_with_its_file(string text, string replacement, string complaint) =>
        Assert.StartsWith(complaint, Sound.Complaint(text, replacement), StringComparison.Ordinal);

    [Theory]
    [InlineData("id: math.1.B.9", "id: math.1.B.10", "skill 'math.1.B.10' stands in the data files twice")]
    public void A_key_that_stands_twice_is_refused(string text, string replacement, string complaint) =>
        Assert.Contains(complaint, Sound.Complaint(text, replacement), StringComparison.Ordinal);
}
