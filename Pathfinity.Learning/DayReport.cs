using System.Runtime.CompilerServices;
using Pathfinity.Curriculum;

namespace Pathfinity.Learning;

/// <summary>What others may know of a student's finished day; integers only.</summary>
public sealed record DayReport(int Student, int Day, AttendanceStatus? Attendance)
{
    private Tallies tallies;

    /// <summary>Work in one subject on that day.</summary>
    public SubjectTally this[Subject subject]
    {
        get => tallies[(int)subject];
        internal set => tallies[(int)subject] = value;
    }

    [InlineArray(4)]
    private struct Tallies
    {
        private SubjectTally first;
    }
}

/// <param name="Skill">Ordinal of the day's skill; -1 when the subject was not worked on.</param>
/// <param name="Opportunities">Attempts at that skill so far, of all days.</param>
/// <param name="Mastery">Estimate of that skill at the day's end, in permille.</param>
/// <param name="Seconds">Time on the subject's questions.</param>
public readonly record struct SubjectTally(
    int Skill, int Attempts, int Correct, int Hints, int Seconds, int Opportunities, int Mastery)
{
    public static readonly SubjectTally None = new(-1, 0, 0, 0, 0, 0, 0);
}
