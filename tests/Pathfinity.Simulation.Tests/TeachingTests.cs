using System.Collections.Immutable;
using NodaTime;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation.Tests;

public sealed class TeachingTests
{
    private static readonly WorldSpec Spec = new() { Seed = 5, From = new LocalDate(2026, 1, 5), Students = 140, ClassSize = 10 };
    private static readonly Roster Roster = new PeopleBuilder(Spec).Build(0);

    private static readonly WorldFrame Present = FrameOf(Roster with { TeacherAbsences = [] });

    [Fact]
    public void Teachers_act_on_what_they_see_and_within_their_time()
    {
        var all = Rooms().SelectMany(room => Term(room, struggling: 0.3)).ToList();

        Assert.NotEmpty(all);
        Assert.True(all.Select(d => d.Kind).Distinct().Count() >= 4);
        Assert.All(all.Where(d => d.Kind is DirectiveKind.Practise or DirectiveKind.SmallGroup or DirectiveKind.Tutoring),
            d => Assert.Equal(1, d.Student % 3));
        Assert.All(all.Where(d => d.Kind == DirectiveKind.Praise), d => Assert.NotEqual(1, d.Student % 3));
        foreach (var room in Rooms())
        {
            Assert.True(Term(room, struggling: 1).Sum(d => d.Minutes) <= 40 * 20, "More minutes than there are.");
        }
    }

    [Fact]
    public void A_student_is_left_alone_for_a_while_after_a_directive()
    {
        var asked = Rooms().SelectMany(room => Term(room, struggling: 1)).Where(d => d.Trigger != DirectiveTrigger.Regrouping);
        foreach (var student in asked.GroupBy(d => (d.Classroom, d.Student)))
        {
            Assert.True(student.Count() <= 40 / 6, $"{student.Count()} directives for {student.Key}");
        }
    }

    [Fact]
    public void A_class_in_which_all_goes_middling_is_asked_nothing() => Assert.DoesNotContain(
        Rooms().SelectMany(room => Term(room, struggling: 0)), d => d.Kind is not DirectiveKind.Praise and not DirectiveKind.ToExtension);

    [Fact]
    public void A_subject_teacher_does_not_judge_other_subjects()
    {
        var science = Roster.Classrooms.First(c => c.Course.Subject == Subject.Science);
        Assert.DoesNotContain(Term(science, struggling: 1), d => d.Kind != DirectiveKind.Praise);
    }

    [Fact]
    public void A_substitute_decides_less_and_forms_no_groups()
    {
        var away = Roster with
        {
            TeacherAbsences = [.. Roster.Teachers.SelectMany(t => Enumerable.Range(20_459, 56).Select(
                day => new TeacherAbsence(t.Id, day, TeacherAbsenceReason.Illness)))],
        };
        var frame = FrameOf(away);
        var own = Rooms().SelectMany(room => Term(room, 1)).ToList();
        var substitutes = Rooms().SelectMany(room => Term(room, 1, frame)).ToList();

        Assert.NotEmpty(substitutes);
        Assert.True(substitutes.Count < own.Count / 2, $"{substitutes.Count} against {own.Count}");
        Assert.All(substitutes, d => Assert.Contains(d.Kind, new[] { DirectiveKind.Practise, DirectiveKind.Praise }));
    }

    [Fact]
    public void Teachers_are_away_on_about_one_school_day_in_twenty()
    {
        var calendar = new SchoolCalendar(Spec);
        var days = Enumerable.Range(Roster.FirstDay, Roster.LastDay - Roster.FirstDay + 1).Count(day => calendar.Day(day).IsInSession);

        Assert.InRange(Roster.TeacherAbsences.Length / (double)(days * Roster.Teachers.Length), 0.04, 0.07);
        Assert.All(Roster.TeacherAbsences, absence => Assert.True(calendar.Day(absence.Day).IsInSession));
        Assert.Distinct(Roster.TeacherAbsences.Select(absence => (absence.Teacher, absence.Day)));
    }

    [Fact]
    public void A_mind_reads_what_it_wrote()
    {
        var mind = default(ClassMind);
        Hold(Roster.Classrooms[0], ref mind, 20_459, 1);
        Assert.Equal(mind, ClassMind.Read(mind.Write()));
        Assert.Throws<FormatException>(() => ClassMind.Read(new byte[13]));
    }

    [Fact]
    public void A_mind_of_an_earlier_program_is_read()
    {
        byte[] early = [.. Integers(7, 3, 40), .. Integers(11, 20_459), 2, 1, 4, 0];
        var mind = ClassMind.Read(early);

        Assert.Equal((7, 3, 40), (mind.Evenings, mind.NextDirective, mind.MinutesLeft));
        Assert.Equal(new Watch(11, 20_459, 2, 1, 4, DirectiveKind.Practise), Assert.Single(mind.Watches));
        Assert.Equal(mind, ClassMind.Read(mind.Write()));
    }

    private static IEnumerable<byte> Integers(params int[] values) => values.SelectMany(BitConverter.GetBytes);

    private static WorldFrame FrameOf(Roster roster) =>
        new(Spec, new SchoolCalendar(Spec), roster, SyntheticRelease.Make(1));

    private static IEnumerable<Classroom> Rooms() => Roster.Classrooms.Where(c => c.Course.Subject is null or Subject.Math);

    private static List<Directive> Term(Classroom room, double struggling, WorldFrame? frame = null)
    {
        var (mind, decided) = (default(ClassMind), new List<Directive>());
        for (var day = 0; day < 56; day++)
        {
            if (day % 7 < 5)
            {
                decided.AddRange(Hold(room, ref mind, 20_459 + day, struggling, frame));
            }
        }
        return decided;
    }

    private static ImmutableArray<Directive> Hold(
        Classroom room, ref ClassMind mind, int day, double struggling, WorldFrame? frame = null)
    {
        var reports = room.Members.Select(member => Report(member.Student, day, struggling)).ToArray();
        return Teaching.EveningOf(frame ?? Present, room)(room.Id, ref mind, reports, Dice.Of(1).Fork(room.Id).Fork(day));
    }

    // One student in three is hard pressed when the share says so, one does well, one passes.
    private static DayReport Report(int student, int day, double struggling)
    {
        var report = new DayReport(student, day, AttendanceStatus.Present);
        foreach (var subject in Subjects.All)
        {
            report[subject] = SubjectTally.None;
        }
        var hard = student % 3 == 1 && Dice.Of(9).Fork(student).Fork(day).Chance(struggling);
        report[Subject.Math] = hard
            ? new SubjectTally(3, 8, 2, 0, 300, 9 + (day % 9), 300)
            : new SubjectTally(3, 8, student % 3 == 0 ? 8 : 6, 0, 300, 8, 750);
        return report;
    }
}
