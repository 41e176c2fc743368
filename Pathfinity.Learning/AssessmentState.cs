using Pathfinity.Curriculum;

namespace Pathfinity.Learning;

/// <summary>Which assessments of a school year a student has had, and which are to be taken again.</summary>
internal struct AssessmentState
{
    private const int Kinds = 4;
    private int taken;
    private BySubject<int> failedCheck;
    private BySubject<int> hurriedBenchmark;
    private BySubject<ushort> checkedUnits;
    private BySubject<ushort> retakeFrom;

    /// <summary>Sequence number of the unit check to be taken again; 0 for none.</summary>
    public readonly int FailedCheck(Subject subject) => failedCheck[(int)subject];

    /// <summary>Sequence number of the benchmark to be taken again; 0 for none.</summary>
    public readonly int HurriedBenchmark(Subject subject) => hurriedBenchmark[(int)subject];

    /// <summary>Units of the pathway that were checked.</summary>
    public readonly int CheckedUnits(Subject subject) => checkedUnits[(int)subject];

    /// <summary>Whether the failed check may be taken again on a day.</summary>
    public readonly bool MayRetake(Subject subject, int day) =>
        failedCheck[(int)subject] != 0 && (ushort)(day - retakeFrom[(int)subject]) < short.MaxValue;

    /// <summary>Whether the diagnostic, window 0, or a benchmark, windows 1 to 3, is done.</summary>
    public readonly bool IsTaken(Subject subject, int window) => (taken >> Bit(subject, window) & 1) != 0;

    public void Take(Subject subject, int window) => taken |= 1 << Bit(subject, window);

    public void Hurry(Subject subject, int sequence) => hurriedBenchmark[(int)subject] = sequence;

    /// <summary>Notes a unit check; a failed one may be taken again once, from a day on.</summary>
    public void Check(Subject subject, int units, int failed, int retakeFromDay)
    {
        checkedUnits[(int)subject] = (ushort)units;
        failedCheck[(int)subject] = failed;
        retakeFrom[(int)subject] = (ushort)retakeFromDay;
    }

    private static int Bit(Subject subject, int window) => ((int)subject * Kinds) + window;
}
