using System.Collections.Immutable;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>
/// A student's side of the day protocol: day d+1 begins when the evenings of day d of the student's own classrooms
/// are in, and waits for nothing else. Pure: a message and the state before give the state after and effects.
/// </summary>
/// <param name="student">Ordinal of the student.</param>
/// <param name="classrooms">Ordinals of the student's classrooms, ascending, without repeats, at most 32.</param>
/// <param name="firstDay">The first day to run.</param>
/// <param name="lastDay">The last day of the enrolment.</param>
public sealed class StudentProtocol(int student, ImmutableArray<int> classrooms, int firstDay, int lastDay)
{
    private ImmutableArray<Directive> directives = [];
    private DayReport? lastReport;
    private uint awaited;

    /// <summary>The day that runs or runs next.</summary>
    public int Day { get; private set; } = firstDay;

    /// <summary>Whether the next day waits for evenings.</summary>
    public bool IsWaiting => awaited != 0;

    /// <summary>Says what is outstanding, at the start and whenever something may have been lost.</summary>
    /// <param name="carried">At a start from a checkpoint: what the evenings of the day before asked.</param>
    public void Resume(Effects effects, ImmutableArray<Directive> carried = default)
    {
        ArgumentNullException.ThrowIfNull(effects);
        directives = carried.IsDefaultOrEmpty ? directives : Sorted(carried);
        if (!IsWaiting)
        {
            Begin(effects);
            return;
        }
        for (var i = 0; i < classrooms.Length; i++)
        {
            if ((awaited >> i & 1) != 0)
            {
                effects.Messages.Enqueue(new Reported(student, classrooms[i], lastReport!));
            }
        }
    }

    /// <summary>The student's day is done. Reporting the same day again has no effect.</summary>
    public void Finish(DayReport report, Effects effects)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(effects);
        if (IsWaiting || report.Day != Day)
        {
            return;
        }
        Day++;
        lastReport = report;
        directives = [];
        awaited = (uint)((1UL << classrooms.Length) - 1);
        foreach (var classroom in classrooms)
        {
            effects.Messages.Enqueue(new Reported(student, classroom, report));
        }
    }

    /// <summary>A classroom's evening is held. An evening heard before, or of another day, has no effect.</summary>
    public void Hear(EveningHeld evening, Effects effects)
    {
        ArgumentNullException.ThrowIfNull(evening);
        ArgumentNullException.ThrowIfNull(effects);
        var place = classrooms.BinarySearch(evening.Classroom);
        if (place < 0 || evening.Day != Day - 1 || (awaited >> place & 1) == 0)
        {
            return;
        }
        awaited &= ~(1U << place);
        directives = directives.AddRange(evening.Directives);
        if (!IsWaiting)
        {
            directives = Sorted(directives);
            Begin(effects);
        }
    }

    private static ImmutableArray<Directive> Sorted(ImmutableArray<Directive> directives) =>
        directives.Length < 2 ? directives : directives.Sort(static (a, b) =>
            a.Classroom != b.Classroom ? a.Classroom.CompareTo(b.Classroom) : a.Number.CompareTo(b.Number));

    private void Begin(Effects effects)
    {
        if (Day <= lastDay)
        {
            effects.Days.Enqueue(new RunDay(student, Day, directives));
        }
    }
}
