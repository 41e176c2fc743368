using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>
/// A classroom's evening. A teacher sees what a dashboard shows of the day: who was there, what was worked on, with how
/// many answers, how many right and what mastery. Whom the teacher notices, and what is then done, hangs on habits and
/// on the time that is left; no trait of a student and no label is known here.
/// </summary>
public static class Teaching
{
    private const int RestDays = 9;
    private const int GroupLeast = 3;
    private const int GroupMost = 6;
    private const int EvidenceAttempts = 5;
    private const int SpinningOpportunities = 15;
    private const int LongStruggle = 3;
    private const int IdleTurns = 2;
    private const int AbsentDays = 3;
    private const int StruggleBelow = 450;
    private const int SuccessFrom = 900;
    private const int Unmastered = 700;

    private static readonly ulong Notice = Dice.Key("notice");
    private static readonly ulong Praise = Dice.Key("praise");

    /// <summary>The evenings of one classroom.</summary>
    public static Evening EveningOf(WorldFrame frame, Classroom classroom)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(classroom);
        var room = new Room(
            classroom.Id, classroom.Course.SubjectBits, HabitsOf(frame, classroom), new Differentiation(frame, classroom),
            frame.Parameters.Interventions > 0);
        return (int _, ref ClassMind mind, ReadOnlySpan<DayReport> reports, Dice dice) => room.Hold(ref mind, reports, dice);
    }

    /// <summary>Who holds the classroom on a day: its teachers together, the one who is there, or a substitute.</summary>
    private static Func<int, TeacherHabit> HabitsOf(WorldFrame frame, Classroom classroom)
    {
        var teacher = TeacherHabit.Of(frame.Dice.Fork("teacher").Fork(classroom.Teacher));
        if (classroom.CoTeacher is not { } second)
        {
            return day => frame.IsAway(classroom.Teacher, day) ? TeacherHabit.OfSubstitute : teacher;
        }
        var other = TeacherHabit.Of(frame.Dice.Fork("teacher").Fork(second));
        return day => (frame.IsAway(classroom.Teacher, day), frame.IsAway(second, day)) switch
        {
            (false, false) => teacher.Together(),
            (false, true) => teacher,
            (true, false) => other,
            _ => TeacherHabit.OfSubstitute,
        };
    }

    private sealed class Room(
        int classroom, byte subjects, Func<int, TeacherHabit> habitOn, Differentiation differentiation, bool acts)
    {
        private TeacherHabit habit = TeacherHabit.OfSubstitute;

        public ImmutableArray<Directive> Hold(ref ClassMind mind, ReadOnlySpan<DayReport> reports, Dice dice)
        {
            if (!IsSchoolDay(reports))
            {
                return [];
            }
            habit = habitOn(reports[0].Day);
            mind.Evenings++;
            mind.MinutesLeft = Math.Min(mind.MinutesLeft + habit.MinutesADay, TeacherHabit.MinutesMost);
            var worked = Worked(reports);
            var known = mind.Watches;
            var watches = new Watch[reports.Length];
            for (int i = 0, k = 0; i < reports.Length; i++)
            {
                while (k < known.Length && known[k].Student < reports[i].Student)
                {
                    k++;
                }
                var before = k < known.Length && known[k].Student == reports[i].Student ? known[k] : new Watch { Student = reports[i].Student };
                watches[i] = differentiation.Seen(Seen(before, reports[i], worked), reports[i]);
            }
            var directives = acts && mind.Evenings % habit.EveningsApart == 0
                ? Decide(ref mind, reports, watches, dice)
                : [];
            directives = acts ? directives.AddRange(differentiation.Decide(ref mind, habit, reports[0].Day, watches)) : directives;
            mind.Watches = ImmutableCollectionsMarshal.AsImmutableArray(watches);
            return directives;
        }

        private static bool IsSchoolDay(ReadOnlySpan<DayReport> reports)
        {
            foreach (var report in reports)
            {
                if (report.Attendance is not null)
                {
                    return true;
                }
            }
            return false;
        }

        /// <summary>Whether the class had a turn today.</summary>
        private bool Worked(ReadOnlySpan<DayReport> reports)
        {
            var active = 0;
            foreach (var report in reports)
            {
                active += Attempts(report) > 0 ? 1 : 0;
            }
            return active * 3 >= reports.Length;
        }

        private int Attempts(DayReport report)
        {
            var attempts = 0;
            foreach (var subject in Subjects.All)
            {
                attempts += Has(subject) ? report[subject].Attempts : 0;
            }
            return attempts;
        }

        private bool Has(Subject subject) => (subjects >> (int)subject & 1) != 0;

        private Watch Seen(Watch watch, DayReport report, bool worked)
        {
            var there = report.Attendance is AttendanceStatus.Present or AttendanceStatus.Tardy;
            var attempts = Attempts(report);
            return watch with
            {
                Absent = there ? (byte)0 : Next(watch.Absent),
                Idle = attempts > 0 ? (byte)0 : there && worked ? Next(watch.Idle) : watch.Idle,
                Struggles = attempts == 0 ? watch.Struggles : Hardest(report) is not null ? Next(watch.Struggles) : (byte)0,
            };
        }

        private static byte Next(byte count) => (byte)Math.Min(count + 1, byte.MaxValue);

        /// <summary>The work of the day that went worst, when it went badly enough to be seen.</summary>
        private SubjectTally? Hardest(DayReport report)
        {
            SubjectTally? hardest = null;
            foreach (var subject in Subjects.All)
            {
                var tally = report[subject];
                if (Has(subject) && tally.Skill >= 0 && tally.Mastery < Unmastered
                    && ((tally.Attempts >= EvidenceAttempts && tally.Correct * 1000 < tally.Attempts * StruggleBelow)
                        || tally.Opportunities >= SpinningOpportunities)
                    && (hardest is null || tally.Mastery < hardest.Value.Mastery))
                {
                    hardest = tally;
                }
            }
            return hardest;
        }

        private ImmutableArray<Directive> Decide(
            ref ClassMind mind, ReadOnlySpan<DayReport> reports, Watch[] watches, Dice dice)
        {
            var day = reports[0].Day;
            var gaps = Gaps(reports);
            var decided = ImmutableArray.CreateBuilder<Directive>();
            foreach (var i in InOrderOfNeed(watches))
            {
                var report = reports[i];
                var die = dice.Fork(report.Student);
                if (day - watches[i].ActedOn < RestDays || Choose(watches[i], report, gaps, die) is not { } plan
                    || plan.Minutes > mind.MinutesLeft)
                {
                    continue;
                }
                mind.MinutesLeft -= plan.Minutes;
                decided.Add(new Directive(
                    classroom, mind.NextDirective++, report.Student, plan.Skill, day + plan.Days, (short)plan.Minutes, plan.Kind, plan.Trigger));
                watches[i] = watches[i] with { ActedOn = day, LastKind = plan.Kind, Idle = 0 };
            }
            return decided.ToImmutable();
        }

        // Those in most need first; among equals by ordinal.
        private static int[] InOrderOfNeed(Watch[] watches)
        {
            var order = new long[watches.Length];
            for (var i = 0; i < order.Length; i++)
            {
                order[i] = (-(long)Need(watches[i]) << 32) | (uint)i;
            }
            Array.Sort(order);
            return Array.ConvertAll(order, key => (int)key);
        }

        private static int Need(in Watch watch) => (watch.Struggles * 4) + (watch.Idle * 3) + (watch.Absent * 2);

        /// <summary>Skills that several students struggle with today, with how many; at most a group's size counts.</summary>
        private Dictionary<int, int> Gaps(ReadOnlySpan<DayReport> reports)
        {
            var gaps = new Dictionary<int, int>();
            foreach (var report in reports)
            {
                if (Hardest(report) is { } tally)
                {
                    gaps[tally.Skill] = gaps.GetValueOrDefault(tally.Skill) + 1;
                }
            }
            return gaps;
        }

        private Plan? Choose(in Watch watch, DayReport report, Dictionary<int, int> gaps, Dice die)
        {
            if (!die.Fork(Notice).Chance(habit.Notices))
            {
                return null;
            }
            if (Hardest(report) is { } tally)
            {
                return ForStruggle(watch, tally, gaps, die);
            }
            if (habit.Kind != TeacherKind.Substitute && watch.Absent >= AbsentDays)
            {
                return new Plan(DirectiveKind.MessageHome, DirectiveTrigger.Absence, -1, 4, 1);
            }
            if (habit.Kind != TeacherKind.Substitute && watch.Idle >= IdleTurns)
            {
                return new Plan(DirectiveKind.MessageHome, DirectiveTrigger.Idleness, -1, 4, 1);
            }
            return WentWell(report) && die.Fork(Praise).Chance(habit.Praises)
                ? new Plan(DirectiveKind.Praise, DirectiveTrigger.Success, -1, 1, 1)
                : null;
        }

        private Plan ForStruggle(in Watch watch, in SubjectTally tally, Dictionary<int, int> gaps, Dice die)
        {
            var spinning = tally.Opportunities >= SpinningOpportunities;
            var trigger = spinning ? DirectiveTrigger.WheelSpinning : DirectiveTrigger.Struggle;
            if (habit.Kind == TeacherKind.Substitute)
            {
                return new Plan(DirectiveKind.Practise, trigger, tally.Skill, 3, 7);
            }
            var together = gaps.GetValueOrDefault(tally.Skill);
            if (together >= GroupLeast && habit.Kind is TeacherKind.DataDriven or TeacherKind.Attentive && die.Fork("group").Chance(0.6))
            {
                return new Plan(DirectiveKind.SmallGroup, DirectiveTrigger.ClassGap, tally.Skill, 20 / Math.Min(together, GroupMost), 4);
            }
            if (watch.Struggles >= LongStruggle && habit.Kind != TeacherKind.New && die.Fork("tutor").Chance(0.35))
            {
                return new Plan(DirectiveKind.Tutoring, trigger, tally.Skill, 15, 28);
            }
            if (habit.Kind == TeacherKind.New && die.Fork("write").Chance(0.4))
            {
                return new Plan(DirectiveKind.MessageHome, trigger, -1, 4, 1);
            }
            return spinning && die.Fork("move on").Chance(0.4)
                ? new Plan(DirectiveKind.MoveOn, trigger, tally.Skill, 1, 1)
                : new Plan(DirectiveKind.Practise, trigger, tally.Skill, 3, 7);
        }

        private bool WentWell(DayReport report)
        {
            var (attempts, correct) = (0, 0);
            foreach (var subject in Subjects.All)
            {
                attempts += Has(subject) ? report[subject].Attempts : 0;
                correct += Has(subject) ? report[subject].Correct : 0;
            }
            return attempts >= EvidenceAttempts && correct * 1000 >= attempts * SuccessFrom;
        }
    }

    /// <param name="Minutes">Of the teacher's time.</param>
    /// <param name="Days">Until it is due.</param>
    private sealed record Plan(DirectiveKind Kind, DirectiveTrigger Trigger, int Skill, int Minutes, int Days);
}
