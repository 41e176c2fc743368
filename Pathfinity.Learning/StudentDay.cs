using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>One school day of one student, as a pure function of who the student is, the mind at dawn and the brief.</summary>
public static class StudentDay
{
    /// <summary>
    /// Begins a day. Nothing happens until the run is asked for the first activity; whoever holds it decides when.
    /// The same arguments give the same activities, dusk and report, always and everywhere.
    /// </summary>
    /// <param name="student">Ordinal of the student; only the report carries it.</param>
    /// <param name="dawn">Left as it is.</param>
    /// <param name="dice">The student's die of that day.</param>
    public static DayRun Begin(int student, Traits traits, Mind dawn, DayBrief brief, Dice dice)
    {
        ArgumentNullException.ThrowIfNull(traits);
        ArgumentNullException.ThrowIfNull(dawn);
        ArgumentNullException.ThrowIfNull(brief);
        return new DayRun(student, traits, dawn, brief, dice);
    }
}
