using Pathfinity.Curriculum;

namespace Pathfinity.Content.Tests;

public class CareerScenariosTests
{
    private static readonly CareerScenarios Set = CareerScenarios.Default;

    [Fact]
    public void There_are_1200_or_more_and_no_two_tell_the_same()
    {
        Assert.InRange(Set.All.Length, 1200, int.MaxValue);
        Assert.Distinct(Set.All.Select(scenario => scenario.Situation));
        Assert.Distinct(Set.All.Select(scenario => scenario.Id));
    }

    [Fact]
    public void Every_grade_band_and_subject_has_forty_or_more() => Assert.All(
        from band in Enum.GetValues<GradeBand>() from subject in Subjects.All select (band, subject),
        cell => Assert.InRange(
            Set.All.Count(s => s.Band == cell.band && s.Subject == cell.subject), 40, int.MaxValue));

    [Fact]
    public void Every_career_has_a_scenario_of_its_own() => Assert.All(
        CurriculumLoader.Default.Careers,
        career => Assert.Contains(Set.All, scenario => scenario.Career.Id == career.Id));

    [Fact]
    public void A_scenario_names_skills_of_its_subject_and_grades_wherever_there_are_some() => Assert.All(Set.All, scenario =>
    {
        var skills = scenario.Skills.Select(CurriculumLoader.Default.Skill).ToList();
        var taught = Grade.All.Where(grade => grade.Band == scenario.Band && grade >= scenario.Lowest)
            .Any(grade => CurriculumLoader.Default.Cell(scenario.Subject, grade).Any());
        Assert.Equal(taught, skills.Count > 0);
        Assert.All(skills, skill => Assert.Equal(scenario.Subject, skill.Subject));
        Assert.All(skills, skill => Assert.True(skill.Grade.Band == scenario.Band && skill.Grade >= scenario.Lowest));
    });

    [Fact]
    public void No_two_scenarios_are_one_text_with_other_names()
    {
        var words = Set.All.Select(s => (s.Id, Stems: Stems(s))).ToList();
        var alike = from i in Enumerable.Range(0, words.Count)
                    from j in Enumerable.Range(i + 1, words.Count - i - 1)
                    where Overlap(words[i].Stems, words[j].Stems) > 0.5
                    select $"{words[i].Id} and {words[j].Id}";
        Assert.Empty(alike.Take(5));

        static HashSet<string> Stems(CareerScenario s) => [.. string.Join(' ', s.Tasks.Select(t => t.Text).Append(s.Situation))
            .Split(' ').Select(word => word.Trim('.', ',', '"', '?', '!', ':', ';').ToLowerInvariant())];

        static double Overlap(HashSet<string> a, HashSet<string> b)
        {
            var both = a.Count(b.Contains);
            return (double)both / (a.Count + b.Count - both);
        }
    }

    [Theory]
    [InlineData("chef", "PK", CareerFit.Career)]
    [InlineData("engineer", "10", CareerFit.Career)]
    public void A_career_with_a_scenario_for_the_grade_gets_its_own(string career, string grade, CareerFit fit)
    {
        var subject = Set.All.First(s => s.Career.Id == career && s.Band == Grade.Parse(grade).Band).Subject;
        var found = Set.For(CareerOf(career), Grade.Parse(grade), subject);
        Assert.Equal(fit, found.Fit);
        Assert.All(found.Scenarios, scenario => Assert.Equal(career, scenario.Career.Id));
    }

    [Fact]
    public void Every_career_gets_a_scenario_in_every_grade_and_subject_and_the_fit_is_told()
    {
        var fits = new HashSet<CareerFit>();
        foreach (var career in CurriculumLoader.Default.Careers)
        {
            foreach (var grade in Grade.All.Where(grade => grade >= career.MinGrade))
            {
                foreach (var subject in Subjects.All)
                {
                    var (fit, scenarios) = Set.For(career, grade, subject);
                    Assert.True(scenarios.Length > 0, $"{career.Id} {grade} {subject}");
                    Assert.All(scenarios, scenario => Assert.True(scenario.Lowest <= grade && scenario.Band == grade.Band));
                    fits.Add(fit);
                }
            }
        }
        Assert.Equal(4, fits.Count);
    }

    [Fact]
    public void Who_the_student_is_reads_as_a_sentence()
    {
        Assert.Equal("You are a chef at the restaurant kitchen.", Of("chef").Who);
        Assert.Equal("You are an X-ray technician at the hospital.", Of("x-ray-technician").Who);
        Assert.Equal("You are an artificial intelligence researcher at the robotics lab.", Of("artificial-intelligence-researcher").Who);
    }

    [Fact]
    public void Every_grade_that_can_picture_a_work_context_has_one_discover_shell_for_it() => Assert.All(
        from context in CurriculumLoader.Default.WorkContexts
        from grade in Grade.All
        where grade >= context.MinGrade
        select (context, grade),
        pair => Assert.Single(
            Set.Shells,
            shell => shell.Context.Key == pair.context.Key && shell.Lowest <= pair.grade && pair.grade <= shell.Highest));

    [Fact]
    public void A_discover_shell_has_a_socket_for_each_subject() => Assert.All(
        Set.Shells, shell => Assert.Equal(Subjects.All, shell.Sockets.Select(socket => socket.Subject)));

    [Fact]
    public void A_discover_item_is_plugged_into_the_socket_of_its_subject()
    {
        var skill = CurriculumLoader.Default.Cell(Subject.Math, Grade.Parse("2")).First();
        var context = CurriculumLoader.Default.Context("bakery");
        var item = ItemFrames.AtWork("x", Container.Discover, skill, context, [], Determinism.Dice.Of(1));
        var body = Assert.IsType<DiscoverBody>(item.Body);
        var shell = Set.ShellOrNone("bakery", skill.Grade)!;
        Assert.Equal((shell.Title, shell.Challenge), (body.Scenario, body.Challenge));
        Assert.EndsWith(shell.Setup, body.Setup, StringComparison.Ordinal);
        Assert.StartsWith("The tray table: ", body.Station, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("career: chef", "career: wizard", "No career 'wizard'")]
    [InlineData("band: PK-2", "band: PK-3", "'PK-3' is no grade band")]
    [InlineData("subject: math", "subject: magic", "'magic' is no subject")]
    [InlineData("title: Rolls", "title: ''", "'title of chef/PK-2/math' is missing")]
    [InlineData("    - Count them.\n", "", "has 1 tasks")]
    [InlineData("situation: There are five rolls.", "situation: five rolls", "does not begin and end like a sentence")]
    [InlineData("There are five rolls.", "It is a tale of slaves.", "tells hard history")]
    [InlineData("There are five rolls.", "There are five rolls and six rolls and two rolls and more rolls than any of you can eat.",
        "a sentence of more than 17 words")]
    [InlineData("career: chef", "career: actuary", "for grades to which its career is not offered")]
    [InlineData("title: Rolls", "titel: Rolls", "careers/test.yaml, line")]
    public void A_file_that_breaks_a_rule_is_refused_with_the_reason(string text, string replacement, string complaint)
    {
        const string Sound = """
            scenarios:
            - career: chef
              band: PK-2
              subject: math
              strand: counting
              title: Rolls
              situation: There are five rolls.
              skill: count to five
              tasks:
                - Put them in a row.
                - Count them.

            """;
        Assert.Single(Load(Sound).All);
        Assert.Contains(text, Sound, StringComparison.Ordinal);
        var fault = Assert.Throws<ContentException>(() => Load(Sound.Replace(text, replacement, StringComparison.Ordinal)));
        Assert.Contains(complaint, fault.Message, StringComparison.Ordinal);

        static CareerScenarios Load(string yaml) => CareerScenarios.Load([("careers/test.yaml", yaml)], CurriculumLoader.Default);
    }

    private static CareerScenario Of(string career) => Set.All.First(scenario => scenario.Career.Id == career);

    private static Career CareerOf(string id) =>
        CurriculumLoader.Default.Careers[CurriculumLoader.Default.CareerOrdinal(id)];
}
