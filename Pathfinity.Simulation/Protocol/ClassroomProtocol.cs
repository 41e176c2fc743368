using System.Collections.Immutable;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>A classroom's evening: what it decides from all reports of a day, in student order.</summary>
public delegate ImmutableArray<Directive> Evening(
    int classroom, ref ClassMind mind, ReadOnlySpan<DayReport> reports, Dice dice);

/// <summary>
/// A classroom's side of the day protocol: it holds the evening of a day when the reports of all who belong to it on
/// that day are in. Pure; reports are idempotent by (student, day).
/// </summary>
/// <param name="classroom">Ordinal of the classroom.</param>
/// <param name="members">Who belongs to it, by ordinal.</param>
/// <param name="dice">The classroom's die.</param>
/// <param name="decide">What an evening decides.</param>
/// <param name="firstDay">The first day whose evening it holds.</param>
public sealed class ClassroomProtocol(
    int classroom, ImmutableArray<Enrollment> members, Dice dice, Evening decide, int firstDay)
{
    private readonly DayReport?[] reports = new DayReport?[members.Length];
    private readonly Dice evenings = dice.Fork("evening");
    private (int Day, int Count) expected = (int.MinValue, 0);
    private ImmutableArray<Directive> decided = [];
    private ClassMind mind;
    private int received;

    /// <summary>The day whose evening comes next.</summary>
    public int Day { get; private set; } = firstDay;

    /// <summary>What the classroom remembers.</summary>
    public ClassMind Mind => mind;

    /// <summary>What the last evening decided.</summary>
    public ImmutableArray<Directive> Decided => decided;

    /// <summary>Takes up a classroom from its checkpoint.</summary>
    public void Restore(ClassMind remembered, ImmutableArray<Directive> lastDecided)
    {
        mind = remembered;
        decided = lastDecided;
    }

    /// <summary>
    /// A student's report. One for a past day is answered with that evening again, as the answer may have been lost;
    /// a student is never more than one day behind. Returns whether an evening was held.
    /// </summary>
    public bool Hear(Reported message, Effects effects)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(effects);
        var place = Place(message.Student);
        while (Day < message.Day && Expected() == 0)
        {
            Day++;
        }
        if (place < 0 || message.Day > Day)
        {
            return false;
        }
        if (message.Day < Day)
        {
            if (message.Day == Day - 1)
            {
                Tell(message.Student, message.Day, effects);
            }
            return false;
        }
        if (reports[place] is not null)
        {
            return false;
        }
        reports[place] = message.Report;
        received++;
        return TryHold(effects);
    }

    private bool TryHold(Effects effects)
    {
        if (received < Expected())
        {
            return false;
        }
        decided = decide(classroom, ref mind, reports.OfType<DayReport>().ToArray(), evenings.Fork(Day));
        foreach (var member in members)
        {
            if (Belongs(member, Day))
            {
                Tell(member.Student, Day, effects);
            }
        }
        Array.Clear(reports);
        received = 0;
        Day++;
        return true;
    }

    /// <summary>How many belong to the classroom on its day.</summary>
    private int Expected()
    {
        if (expected.Day != Day)
        {
            expected = (Day, 0);
            foreach (var member in members)
            {
                expected.Count += Belongs(member, Day) ? 1 : 0;
            }
        }
        return expected.Count;
    }

    private void Tell(int student, int day, Effects effects) =>
        effects.Messages.Enqueue(new EveningHeld(classroom, student, day, DecidedFor(student)));

    // Most evenings ask nothing of most.
    private ImmutableArray<Directive> DecidedFor(int student)
    {
        ImmutableArray<Directive> own = [];
        foreach (var directive in decided)
        {
            own = directive.Student == student ? own.Add(directive) : own;
        }
        return own;
    }

    private static bool Belongs(Enrollment member, int day) => day >= member.FirstDay && day <= member.LastDay;

    private int Place(int student)
    {
        var (low, high) = (0, members.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = members[middle].Student;
            if (found == student)
            {
                return middle;
            }
            (low, high) = found < student ? (middle + 1, high) : (low, middle - 1);
        }
        return -1;
    }
}
