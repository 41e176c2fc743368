using NodaTime;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation.Tests;

public sealed class DifferentiationTests
{
    private const int Monday = 20_459;
    private const int Days = 84;
    private static readonly WorldSpec Spec = new() { Seed = 5, From = new LocalDate(2026, 1, 5), Students = 560, ClassSize = 10 };
    private static readonly Roster Roster = new PeopleBuilder(Spec).Build(0);
    private static readonly WorldFrame Frame = new(
        Spec, new SchoolCalendar(Spec), Roster with { TeacherAbsences = [] }, SyntheticRelease.Make(1, cell: 14));

    [Theory]
    [InlineData(38, 41)]
    [InlineData(3, 41)]
    [InlineData(90, 52)]
    public void The_guide_plans_every_skill_and_goes_on_week_by_week(int skills, int weeks)
    {
        var places = Enumerable.Range(0, weeks).Select(week => PacingGuide.PlaceIn(week, skills, weeks)).ToList();

        Assert.Equal(places.Order(), places);
        Assert.Equal(skills - 1, places[weeks - 1 - PacingGuide.FreeWeeks]);
        Assert.All(Enumerable.Range(0, skills), place =>
        {
            var week = PacingGuide.FirstWeek(place, skills, weeks);
            Assert.True(places[week] >= place && (week == 0 || places[week - 1] < place), $"skill {place} in week {week}");
        });
    }

    [Fact]
    public void Who_keeps_to_the_guide_takes_the_slow_along_and_nobody_else_does()
    {
        foreach (var room in Rooms())
        {
            var paced = Lived(room).Where(d => d.Trigger == DirectiveTrigger.Pace).ToList();
            Assert.Equal(HabitOf(room).Pacing == PacingHabit.Keeps, paced.Count > 0);
            Assert.All(paced, d => Assert.Equal((DirectiveKind.MoveOn, 0), (d.Kind, d.Student % 3)));
            Assert.All(paced.GroupBy(d => d.Student), own => Assert.Equal(own.Select(d => d.DueDay).Order(), own.Select(d => d.DueDay)));
        }
        Assert.Contains(Rooms(), room => HabitOf(room).Pacing == PacingHabit.Keeps);
    }

    [Fact]
    public void Who_regroups_forms_groups_of_what_was_answered_and_nobody_else_does()
    {
        foreach (var room in Rooms())
        {
            var moves = Lived(room).Where(d => d.Trigger == DirectiveTrigger.Regrouping).ToList();
            Assert.Equal(HabitOf(room).Pacing == PacingHabit.Regroups, moves.Count > 0);
            Assert.All(moves, d => Assert.Equal(
                d.Student % 3 == 0 ? DirectiveKind.ToSupport : DirectiveKind.ToExtension, d.Kind));
            Assert.All(moves.GroupBy(d => d.Student), own => Assert.Single(own));
        }
        Assert.Contains(Rooms(), room => HabitOf(room).Pacing == PacingHabit.Regroups);
    }

    [Fact]
    public void A_co_teacher_has_a_few_rooms_of_one_school_and_is_another_than_the_teacher()
    {
        var shared = Roster.Classrooms.Where(c => c.CoTeacher is not null).ToList();

        Assert.InRange(shared.Count / (double)Roster.Classrooms.Length, 0.03, 0.3);
        Assert.All(shared, c => Assert.Equal(c.School, Assert.Single(Roster.Teachers, t => t.Id == c.CoTeacher).School));
        Assert.All(shared, c => Assert.NotEqual(c.Teacher, c.CoTeacher));
        Assert.All(shared.GroupBy(c => c.CoTeacher), own => Assert.InRange(own.Count(), 1, 3));
        Assert.DoesNotContain(Roster.Classrooms, c => c.Teacher >= CoTeaching.FirstOrdinal);
    }

    [Fact]
    public void A_co_teacher_takes_the_class_when_the_teacher_is_away_and_both_together_do_more()
    {
        var room = Rooms().First() with { CoTeacher = Roster.Teachers[^1].Id };
        var alone = Rooms().First();
        var away = new WorldFrame(Spec, new SchoolCalendar(Spec), Roster with
        {
            TeacherAbsences = [.. Enumerable.Range(Monday, Days).Select(day => new TeacherAbsence(room.Teacher, day, TeacherAbsenceReason.Illness))],
        }, Frame.Release);

        var (shared, substitute) = (Lived(room, away), Lived(alone, away));
        Assert.True(shared.Count > substitute.Count, $"{shared.Count} of a co-teacher, {substitute.Count} of substitutes");
        Assert.True(Lived(room).Sum(d => d.Minutes) > Lived(alone).Sum(d => d.Minutes));
    }

    [Fact]
    public void A_family_that_moves_changes_school_at_years_end_and_the_others_stay()
    {
        var builder = new PeopleBuilder(Spec with { Students = 3000, Without = Mechanism.Mobility });
        var (before, after) = (builder.Build(0), builder.Build(1));
        var young = before.Students.Where(s => s.GradeIn(1)?.Ordinal <= 6).ToList();
        var moved = young.Count(s => before.SchoolOf(s.Id) != after.SchoolOf(s.Id));

        Assert.True(before.Schools.Count(s => s.Level == SchoolLevel.Elementary) > 1);
        Assert.InRange(moved / (double)young.Count, 0.01, 0.08);
        Assert.All(young.Take(50), s => Assert.Equal(after.SchoolOf(s.Id), builder.Build(1).SchoolOf(s.Id)));
    }

    private static IEnumerable<Classroom> Rooms() =>
        Roster.Classrooms.Where(c => c.Course is { Subject: Subject.Math, Grade.Ordinal: < 12 }).Take(40).Select(c => c with { CoTeacher = null });

    private static TeacherHabit HabitOf(Classroom room) => TeacherHabit.Of(Frame.Dice.Fork("teacher").Fork(room.Teacher));

    private static List<Directive> Lived(Classroom room, WorldFrame? frame = null)
    {
        var (mind, decided) = (default(ClassMind), new List<Directive>());
        var evening = Teaching.EveningOf(frame ?? Frame, room);
        for (var day = Monday; day < Monday + Days; day++)
        {
            if ((day - Monday) % 7 < 5)
            {
                var reports = room.Members.Select(member => Report(room, member.Student, day)).ToArray();
                decided.AddRange(evening(room.Id, ref mind, reports, Dice.Of(1).Fork(room.Id).Fork(day)));
            }
        }
        return decided;
    }

    // One student in three is at the course's second skill with half right; the others are at its last ones, all right.
    private static DayReport Report(Classroom room, int student, int day)
    {
        var report = new DayReport(student, day, AttendanceStatus.Present);
        foreach (var subject in Subjects.All)
        {
            report[subject] = SubjectTally.None;
        }
        var (first, count) = Frame.Release.Syllabus.Cell(Subject.Math, room.Course.Grade);
        report[Subject.Math] = student % 3 == 0
            ? new SubjectTally(first + 1, 6, 3, 0, 300, 6, 720)
            : new SubjectTally(first + count - 1, 6, 6, 0, 300, 6, 720);
        return report;
    }
}
