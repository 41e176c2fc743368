using NodaTime;
using Pathfinity.Curriculum;
using Pathfinity.Learning;

namespace Pathfinity.Simulation.Tests;

public sealed class PopulationTests
{
    private const string One = """
        profiles:
          - name: bright
            share: 0.3
            ability: { math: 1, ela: 0.5 }
          - name: tired
            effort: -1
        people:
          - given_name: Ann
            family_name: Lee
            gender: female
            grade: 4
            profile: tired
            story: Ann is tired.
        """;

    private static readonly WorldSpec Spec = new() { Seed = 7, From = new LocalDate(2026, 1, 5), Students = 4000 };

    [Fact]
    public void There_are_sixty_four_profiles_and_more_and_people_with_a_story_in_every_band()
    {
        var population = Population.Of(Spec);
        Assert.True(population.Profiles.Count >= 64);
        Assert.InRange(population.Profiles.Sum(profile => profile.Share), 0.85, 1);
        Assert.Equal(4, population.People.Select(person => person.Grade.Band).Distinct().Count());
        var used = population.People.Select(person => person.Profile).ToHashSet();
        Assert.All(population.Profiles, profile => Assert.True(profile.Share > 0 || used.Contains(profile.Name), profile.Name));
    }

    [Fact]
    public void Profiles_tell_students_apart_and_leave_the_population_as_it_is()
    {
        var (with, kinds) = Draw(Spec);
        var (without, _) = Draw(Spec with { Profiles = "profiles: []" });
        foreach (var value in (Func<Traits, double>[])[t => t.Ability(Subject.Math), t => t.Ability(Subject.SocialStudies), t => t.Effort, t => t.Pace])
        {
            Assert.InRange(with.Average(value), without.Average(value) - 0.05, without.Average(value) + 0.05);
            Assert.InRange(Deviation(with, value) / Deviation(without, value), 0.94, 1.06);
        }
        Assert.InRange(with.Average(t => t.AbsenceRate) / without.Average(t => t.AbsenceRate), 0.9, 1.1);
        var readers = with.Where((_, i) => kinds[i] == "keen-reader").Average(t => t.Ability(Subject.Ela));
        var strugglers = with.Where((_, i) => kinds[i] == "struggling-reader").Average(t => t.Ability(Subject.Ela));
        Assert.InRange(readers - strugglers, 1.4, 2.4);
    }

    [Fact]
    public void People_with_a_story_are_there_from_the_first_day_to_the_last()
    {
        var spec = Spec with { Students = 400 };
        var roster = new PeopleBuilder(spec).Build(0);
        foreach (var person in Population.Of(spec).People)
        {
            var student = Assert.Single(roster.Students, s => (s.GivenName, s.FamilyName, s.Story) == (person.GivenName, person.FamilyName, person.Story));
            Assert.Equal(person.Grade, student.GradeIn(0));
            Assert.Equal((roster.FirstDay, roster.LastDay), (roster.DaysOf(student.Id).FirstDay, roster.DaysOf(student.Id).LastDay));
        }
    }

    [Fact]
    public void Labels_of_people_are_no_input_of_what_they_can_and_do()
    {
        var people = new PeopleBuilder(Spec).Build(0).Students;
        var (traits, _) = Draw(Spec);
        foreach (var label in (Func<Student, bool>[])[s => s.Iep, s => s.Ell, s => s.Frl, s => s.Gender == Gender.Male, s => s.RaceEthnicity == RaceEthnicity.White])
        {
            foreach (var value in (Func<Traits, double>[])[t => t.Ability(Subject.Math), t => t.Ability(Subject.Ela), t => t.Effort, t => t.AbsenceRate, t => t.HomeRate, t => t.HintRate])
            {
                var (yes, no) = (traits.Where((_, i) => label(people[i])).ToList(), traits.Where((_, i) => !label(people[i])).ToList());
                var error = Deviation(traits, value) * Math.Sqrt((1.0 / yes.Count) + (1.0 / no.Count));
                Assert.InRange(yes.Average(value) - no.Average(value), -4 * error, 4 * error);
            }
        }
    }

    [Fact]
    public void A_spec_carries_its_profiles()
    {
        var spec = Spec with { Profiles = One.ReplaceLineEndings("\n") + "\n" };
        Assert.Equal(spec, WorldSpecYaml.Read(WorldSpecYaml.Write(spec)));
        Assert.Contains(new PeopleBuilder(spec).Build(0).Students, s => s is { GivenName: "Ann", FamilyName: "Lee", Profile: "tired" });
    }

    [Theory]
    [InlineData("share: 0.3", "share: 1.3", "line 3: share: '1.3' is no number from 0 to 1")]
    [InlineData("effort: -1", "efort: -1", "line 6: 'efort' is no key of a profile")]
    [InlineData("effort: -1", "share: 0.8", "line 5: tired: with it the shares come to 1.1")]
    [InlineData("name: tired", "name: bright", "line 5: there is another profile 'bright'")]
    [InlineData("effort: -1", "effort: 2\n    games: true", "line 5: tired: who works as hard")]
    [InlineData("math: 1,", "maths: 1,", "line 4: ability: 'maths' is no subject")]
    [InlineData("ability: { math: 1, ela: 0.5 }", "ability: 3", "line 1: profiles differ in math ability")]
    [InlineData("grade: 4", "grade: 14", "line 8: '14' is no grade")]
    [InlineData("profile: tired", "profile: weary", "line 8: Ann Lee: there is no profile 'weary'")]
    [InlineData("story: Ann is tired.", "", "line 8: story is missing")]
    [InlineData("gender: female", "gender: f", "line 8: gender: 'f'")]
    [InlineData("profiles:", "profile:", "line 1: 'profile' is no part")]
    public void What_contradicts_itself_is_refused_by_its_line(string right, string wrong, string message)
    {
        var text = One.ReplaceLineEndings("\n").Replace(right, wrong, StringComparison.Ordinal);
        Assert.StartsWith(message, Assert.Throws<SpecException>(() => Population.Read(text)).Message, StringComparison.Ordinal);
        Assert.Throws<SpecException>(() => WorldSpecYaml.Read(WorldSpecYaml.Write(Spec with { Profiles = text })));
    }

    [Fact]
    public void Referrals_come_at_the_same_rate_to_all_groups()
    {
        var spec = Spec with { Students = 6000 };
        var (students, (traits, _)) = (new PeopleBuilder(spec).Build(0).Students, Draw(spec));
        Assert.Equal(1, traits.Average(t => t.ReferralRate), 0.1);
        foreach (var group in (Func<Student, bool>[])[s => s.Frl, s => s.Iep, s => s.Gender == Gender.Male, s => s.RaceEthnicity == RaceEthnicity.Black])
        {
            var within = traits.Where((_, i) => group(students[i])).Average(t => t.ReferralRate);
            var others = traits.Where((_, i) => !group(students[i])).Average(t => t.ReferralRate);
            Assert.Equal(others, within, 0.28);
        }
    }

    private static (List<Traits> Traits, List<string> Kinds) Draw(WorldSpec spec)
    {
        var (world, population) = (WorldDice.Of(spec), Population.Of(spec));
        var kinds = new PeopleBuilder(spec).Build(0).Students.Select(s => (s.Id, Kind: population.KindOf(world, s))).ToList();
        return (
            kinds.ConvertAll(s => Traits.Draw(world.Student(s.Id), default, spec.Parameters, s.Kind)),
            kinds.ConvertAll(s => s.Kind.Profile.Name));
    }

    private static double Deviation(List<Traits> traits, Func<Traits, double> value)
    {
        var mean = traits.Average(value);
        return Math.Sqrt(traits.Average(t => (value(t) - mean) * (value(t) - mean)));
    }
}
