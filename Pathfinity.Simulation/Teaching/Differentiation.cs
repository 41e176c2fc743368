using System.Collections.Immutable;
using Pathfinity.Curriculum;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>
/// Pace and groups of one classroom. Every fifth evening a teacher who keeps to the pacing guide takes along those who
/// are far behind it; every twentieth, one who regroups forms the groups anew from what was answered since the last time.
/// </summary>
internal sealed class Differentiation
{
    private const int PaceEvenings = 5;
    private const int FarBehind = 5;
    private const int CatchesUp = 2;
    private const int RestDays = 9;
    private const int RegroupEvenings = 20;
    private const int AnswersLeast = 12;
    private const int SupportBelow = 550;
    private const int ExtensionFrom = 800;
    private const int MinutesToRegroup = 2;

    private readonly int classroom;
    private readonly SchoolCalendar calendar;
    private readonly (Subject Subject, int First, int Count)[] courses;
    private readonly bool homeroom;

    public Differentiation(WorldFrame frame, Classroom classroom)
    {
        this.classroom = classroom.Id;
        calendar = frame.Calendar;
        homeroom = classroom.Course.Subject is null;
        courses = [.. Subjects.All.Where(subject => (classroom.Course.SubjectBits >> (int)subject & 1) != 0)
            .Select(subject => (subject, frame.Release.Syllabus.Cell(subject, classroom.Course.Grade)))
            .Where(course => course.Item2.Count > 0).Select(course => (course.subject, course.Item2.First, course.Item2.Count))];
    }

    /// <summary>What a day adds to where a student stands.</summary>
    public Watch Seen(Watch watch, DayReport report)
    {
        foreach (var (subject, first, count) in courses)
        {
            var tally = report[subject];
            ref var standing = ref watch.Standings[(int)subject];
            var place = tally.Skill - first;
            standing = standing with
            {
                Reached = place >= standing.Reached && place < count ? (ushort)(place + 1) : standing.Reached,
                Answers = (ushort)Math.Min(standing.Answers + tally.Attempts, ushort.MaxValue),
                Right = (ushort)Math.Min(standing.Right + tally.Correct, ushort.MaxValue),
            };
        }
        return watch;
    }

    /// <summary>What is decided of an evening, after what single students needed.</summary>
    public ImmutableArray<Directive> Decide(ref ClassMind mind, TeacherHabit habit, int day, Watch[] watches)
    {
        if (habit.Kind == TeacherKind.Substitute)
        {
            return [];
        }
        return habit.Pacing switch
        {
            PacingHabit.Keeps when mind.Evenings % PaceEvenings == 0 => TakeAlong(ref mind, day, watches),
            PacingHabit.Regroups when mind.Evenings % RegroupEvenings == 0 => Regroup(ref mind, day, watches),
            _ => [],
        };
    }

    private ImmutableArray<Directive> TakeAlong(ref ClassMind mind, int day, Watch[] watches)
    {
        var decided = ImmutableArray.CreateBuilder<Directive>();
        var place = calendar.Place(day);
        foreach (ref var watch in watches.AsSpan())
        {
            foreach (var (subject, first, count) in courses)
            {
                var planned = PacingGuide.PlaceIn(place.Week, count, place.Weeks);
                var reached = watch.Standings[(int)subject].Reached - 1;
                if (reached >= 0 && planned - reached >= FarBehind && day - watch.ActedOn >= RestDays && mind.MinutesLeft > 0)
                {
                    mind.MinutesLeft--;
                    decided.Add(new Directive(
                        classroom, mind.NextDirective++, watch.Student, first + reached + CatchesUp, day + 1, 1, DirectiveKind.MoveOn,
                        DirectiveTrigger.Pace));
                    watch = watch with { ActedOn = day, LastKind = DirectiveKind.MoveOn };
                }
            }
        }
        return decided.ToImmutable();
    }

    // A homeroom has groups for mathematics and reading, as is usual; a subject's course for the subject.
    private ImmutableArray<Directive> Regroup(ref ClassMind mind, int day, Watch[] watches)
    {
        var decided = ImmutableArray.CreateBuilder<Directive>();
        foreach (var (subject, first, _) in courses.Where(course => !homeroom || course.Subject is Subject.Math or Subject.Ela))
        {
            var middle = Middle(watches, subject);
            foreach (ref var watch in watches.AsSpan())
            {
                ref var standing = ref watch.Standings[(int)subject];
                var group = GroupFor(standing, middle);
                if (group != standing.Group && mind.MinutesLeft >= MinutesToRegroup)
                {
                    mind.MinutesLeft -= MinutesToRegroup;
                    decided.Add(new Directive(
                        classroom, mind.NextDirective++, watch.Student, first + Math.Max(0, standing.Reached - 1), day + 1,
                        MinutesToRegroup, KindOf(group), DirectiveTrigger.Regrouping));
                    standing = standing with { Group = group };
                }
                standing = standing with { Answers = 0, Right = 0 };
            }
        }
        return decided.ToImmutable();
    }

    /// <summary>The place that half of the class has reached.</summary>
    private static int Middle(Watch[] watches, Subject subject)
    {
        var reached = Array.ConvertAll(watches, watch => (int)watch.Standings[(int)subject].Reached);
        Array.Sort(reached);
        return reached[reached.Length / 2];
    }

    // Who has answered too little stays where they are.
    private static StudyGroup GroupFor(in Standing standing, int middle)
    {
        var right = standing.Right * 1000;
        return standing.Answers < AnswersLeast ? standing.Group
            : right < standing.Answers * SupportBelow ? StudyGroup.Support
            : right >= standing.Answers * ExtensionFrom && standing.Reached >= middle ? StudyGroup.Extension
            : StudyGroup.Core;
    }

    private static DirectiveKind KindOf(StudyGroup group) => group switch
    {
        StudyGroup.Support => DirectiveKind.ToSupport,
        StudyGroup.Extension => DirectiveKind.ToExtension,
        _ => DirectiveKind.ToCore,
    };
}
