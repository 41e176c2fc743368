using NodaTime;
using Pathfinity.Curriculum;
using Pathfinity.Learning;

namespace Pathfinity.Simulation.Tests;

public sealed class PeopleTests
{
    private static readonly WorldSpec Spec = new() { Seed = 7, From = new LocalDate(2026, 1, 5) };

    [Theory]
    [InlineData(14)]
    [InlineData(300)]
    [InlineData(3000)]
    public void Every_student_has_a_classroom_of_each_subject_in_a_school_of_the_grade(int students)
    {
        var roster = new PeopleBuilder(Spec with { Students = students }).Build(0);
        Assert.Equal(students, roster.Students.Length);
        foreach (var student in roster.Students)
        {
            foreach (var id in roster.ClassroomsOf(student.Id))
            {
                var classroom = roster.Classroom(id);
                Assert.Equal(student.GradeIn(0), classroom.Course.Grade);
                Assert.Equal(roster.SchoolOf(student.Id), classroom.School);
            }
        }
    }

    [Fact]
    public void The_same_spec_gives_the_same_people()
    {
        var one = new PeopleBuilder(Spec).Build(1);
        var two = new PeopleBuilder(Spec).Build(1);
        Assert.Equal(one.Students.AsEnumerable(), two.Students.AsEnumerable());
        Assert.Equal(one.Guardians.AsEnumerable(), two.Guardians.AsEnumerable());
        Assert.Equal(one.Teachers.AsEnumerable(), two.Teachers.AsEnumerable());
    }

    [Fact]
    public void Classrooms_are_numbered_on_from_year_to_year_and_none_is_too_large()
    {
        var builder = new PeopleBuilder(Spec);
        var years = Enumerable.Range(0, 3).Select(builder.Build).ToList();
        var ids = years.SelectMany(roster => roster.Classrooms).Select(classroom => classroom.Id).ToList();
        Assert.Equal(Enumerable.Range(0, ids.Count), ids);
        Assert.All(years.SelectMany(roster => roster.Classrooms), c => Assert.InRange(c.Members.Length, 1, Spec.ClassSize));
    }

    [Fact]
    public void A_student_keeps_name_and_number_and_goes_up_a_grade_a_year()
    {
        var builder = new PeopleBuilder(Spec with { Without = Mechanism.Mobility });
        var before = builder.Build(0).Students.Where(s => s.GradeIn(0) < Grade.Twelve).ToList();
        var after = builder.Build(1).Students;
        Assert.All(before, student => Assert.Contains(student, after));
        Assert.All(before, student => Assert.Equal(student.GradeIn(0)!.Value.Ordinal + 1, student.GradeIn(1)!.Value.Ordinal));
        Assert.DoesNotContain(after, student => student.GradeIn(0) == Grade.Twelve);
    }

    [Fact]
    public void Who_leaves_in_a_year_is_gone_in_the_next_and_others_move_in()
    {
        var builder = new PeopleBuilder(Spec with { Students = 2000, Model = new ModelParameters { Mobility = 0.1 } });
        var (one, two) = (builder.Build(0), builder.Build(1));
        var left = one.Students.Where(s => one.DaysOf(s.Id).LastDay < one.LastDay).Select(s => s.Id).ToHashSet();
        Assert.InRange(left.Count, 140, 260);
        Assert.DoesNotContain(two.Students, s => left.Contains(s.Id));
        Assert.InRange(two.Students.Count(s => s.EntryYear == 1 && s.EntryGrade > Grade.PreK), 150, 200);
        Assert.InRange(two.Students.Length, 1900, 2100);
    }

    [Fact]
    public void Classes_of_a_grade_differ_in_ability_as_far_as_students_are_sorted()
    {
        Assert.True(Between(Spec with { Students = 1500 }) > 3 * Between(Spec with { Students = 1500, Without = Mechanism.Sorting }));

        static double Between(WorldSpec spec)
        {
            var classrooms = new PeopleBuilder(spec).Build(0).Classrooms.Where(c => c.Course.Subject is null or Subject.Math);
            var means = classrooms.Where(c => c.Members.Length > 12).Select(c => c.Members.Average(m => Traits.Draw(
                WorldDice.Of(spec).Student(m.Student), default, spec.Parameters).Ability(Subject.Math))).ToList();
            return means.Average(mean => mean * mean) - Math.Pow(means.Average(), 2) - (0.85 * 0.85 / 20);
        }
    }

    [Fact]
    public void Contacts_use_reserved_domains_and_numbers()
    {
        var roster = new PeopleBuilder(Spec).Build(0);
        Assert.All(roster.Guardians, g => Assert.EndsWith(".example", g.Email, StringComparison.Ordinal));
        Assert.All(roster.Guardians, g => Assert.Matches(@"^\(\d{3}\) 555-01\d{2}$", g.Phone));
        Assert.All(roster.Teachers, t => Assert.EndsWith(".example", t.Email, StringComparison.Ordinal));
    }

    [Fact]
    public void Turns_of_one_team_never_overlap()
    {
        var roster = new PeopleBuilder(Spec).Build(0);
        var timetable = new Timetable(Spec, roster);
        var calendar = new SchoolCalendar(Spec);
        foreach (var student in roster.Students)
        {
            for (var day = roster.FirstDay; day < roster.FirstDay + 7; day++)
            {
                var slots = timetable.SlotsOf(roster.ClassroomsOf(student.Id), calendar.Day(day));
                var held = slots.Select(slot => timetable.On(slot, calendar.Day(day))).ToList();
                Assert.All(slots.Zip(slots.Skip(1)), pair => Assert.True(pair.First.EndMs <= pair.Second.StartMs));
                Assert.All(held.Zip(held.Skip(1)), pair => Assert.True(pair.First.EndMs <= pair.Second.StartMs));
                Assert.All(held.Zip(slots), pair => Assert.True(pair.First.StartMs >= pair.Second.StartMs));
                Assert.All(held, slot => Assert.InRange(slot.EndMs - slot.StartMs, 6 * 60_000, 49 * 60_000));
            }
        }
    }
}
