using System.Collections.Immutable;
using Pathfinity.Contracts;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Silo.Grains;

/// <summary>What one classroom's students have done today, from activity that is stored.</summary>
internal sealed class ClassroomBoard(Classroom classroom, FrameSpan span)
{
    private const int Tenths = 10;

    /// <summary>Largest estimate of mastery.</summary>
    private const int MasteryMax = 1000;

    private readonly LiveBoard board = new();
    private readonly Dictionary<int, int> seen = [];
    private readonly Dictionary<(int Student, int Skill), int> mastery = [];
    private readonly Roster roster = span.Frame.Roster with
    {
        Classrooms = [classroom],
        Students = [.. classroom.Members.Select(member => Student(span.Frame.Roster.Students, member.Student))],
    };

    /// <summary>The day that is shown.</summary>
    public int Day { get; private set; } = int.MinValue;

    /// <summary>
    /// Takes what happened; what was seen already has no effect. False when something before it was missed.
    /// </summary>
    public bool TryObserve(Happened happened)
    {
        if (happened.Day < Day)
        {
            return true;
        }
        if (happened.Day > Day)
        {
            Begin(happened.Day);
        }
        var activities = happened.Activities;
        var last = seen.GetValueOrDefault(happened.Student);
        if (activities.Length == 0 || (last == 0 ? !IsFirst(activities[0]) : activities[0].Sequence > last + 1))
        {
            return activities.Length == 0;
        }
        foreach (var live in happened.ToLive(span.Frame.Release).Where(live => live.Activity.Sequence > last))
        {
            board.Observe(live);
            if (live.Activity.Kind == ActivityKind.Attempted)
            {
                mastery[(live.Student, live.Activity.Attempt.Skill)] = live.Activity.Attempt.Mastery;
            }
        }
        seen[happened.Student] = Math.Max(last, activities[^1].Sequence);
        return true;
    }

    /// <summary>Sees again what is stored of the members' days.</summary>
    public void Rebuild(int school, ImmutableArray<(int Student, Dawn Dawn)> members)
    {
        if (members.IsEmpty)
        {
            return;
        }
        Begin(members.Max(member => member.Dawn.Day));
        foreach (var (student, dawn) in members.Where(member => member.Dawn.Day == Day))
        {
            try
            {
                TryObserve(StudentSitting.Replay(span, school, student, dawn));
            }
            catch (FormatException)
            {
                // Whose mind cannot be read did nothing today; the school takes care of that.
            }
        }
    }

    public ClassroomView View()
    {
        if (Day == int.MinValue)
        {
            Begin(span.FirstDay);
        }
        var live = board.Classroom(classroom.Id)!;
        var tenths = new int[Tenths];
        foreach (var estimate in mastery.Values)
        {
            tenths[Math.Min(estimate * Tenths / MasteryMax, Tenths - 1)]++;
        }
        return new ClassroomView
        {
            Id = classroom.Id,
            Day = Day,
            Students = [.. live.Students.Select(StudentView.Of)],
            AtWork = live.AtWork,
            Attempts = live.Attempts,
            Correct = live.Correct,
            Struggling = live.Struggling,
            MasteryTenths = [.. tenths],
        };
    }

    /// <summary>Whether a day can begin with this.</summary>
    private static bool IsFirst(in Activity activity) =>
        activity.Kind is ActivityKind.AttendanceTaken or ActivityKind.JourneyStarted;

    private static Student Student(ImmutableArray<Student> students, int id)
    {
        var (low, high) = (0, students.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = students[middle].Id < id ? (middle + 1, high) : (low, middle);
        }
        return students[low];
    }

    private void Begin(int day)
    {
        Day = day;
        board.Begin(roster);
        seen.Clear();
        mastery.Clear();
    }
}
