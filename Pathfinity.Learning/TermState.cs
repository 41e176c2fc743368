using System.Runtime.InteropServices;
using Pathfinity.Curriculum;

namespace Pathfinity.Learning;

/// <summary>What a term's report card and awards are made of.</summary>
/// <remarks>No field may leave a gap: a mind's checkpoint is these bytes.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal struct TermState
{
    private BySubject<TermParts> parts;

    /// <summary>The first day that counts, as days since 1970-01-01; 0 before it.</summary>
    public ushort From;

    /// <summary>Explorations of careers since entering the world; stays at its largest value.</summary>
    public ushort Explored;

    /// <summary>Days on time.</summary>
    public byte Present;

    /// <summary>Days absent or tardy.</summary>
    public byte Missed;

    public void Attend(AttendanceStatus status)
    {
        Present += (byte)(status == AttendanceStatus.Present && Present < byte.MaxValue ? 1 : 0);
        Missed += (byte)(status != AttendanceStatus.Present && Missed < byte.MaxValue ? 1 : 0);
    }

    public readonly TermParts this[Subject subject] => parts[(int)subject];

    public void Answer(Subject subject, bool correct)
    {
        ref var own = ref parts[(int)subject];
        own = own with { Attempts = (ushort)(own.Attempts + 1), Correct = (ushort)(own.Correct + (correct ? 1 : 0)) };
    }

    /// <summary>Notes a test; returns by how much a benchmark lies above the last one of the year, in tenths of points.</summary>
    /// <param name="norm">Mean of the grade on the benchmark's scale, in tenths.</param>
    public int? Take(in AssessmentTaken test, short norm)
    {
        ref var own = ref parts[(int)test.Subject];
        if (test.Kind == AssessmentKind.UnitCheck)
        {
            own = own with { Checks = (ushort)(own.Checks + 1), ChecksScore = (ushort)(own.ChecksScore + test.Score) };
            return null;
        }
        if (test.Kind != AssessmentKind.Benchmark)
        {
            return null;
        }
        int? gain = own.Benchmark != 0 && test.RetakeOf == 0 ? test.Score - own.Benchmark : null;
        own = own with { Benchmark = test.Score, Norm = norm };
        return gain;
    }

    /// <summary>Begins a term; the last benchmark is remembered until the year's end.</summary>
    public void Begin(int day)
    {
        foreach (ref var own in (Span<TermParts>)parts)
        {
            own = new TermParts { Benchmark = own.Benchmark };
        }
        (From, Present, Missed) = ((ushort)day, 0, 0);
    }

    public void Promote()
    {
        foreach (ref var own in (Span<TermParts>)parts)
        {
            own = own with { Benchmark = 0, Norm = 0 };
        }
    }
}

/// <summary>A subject's work of a term.</summary>
/// <param name="ChecksScore">Sum of the unit checks' scores, in tenths of percent.</param>
/// <param name="Benchmark">Score of the year's last benchmark, in tenths of points; 0 for none.</param>
/// <param name="Norm">Mean of its grade then; 0 when the term had no benchmark.</param>
internal readonly record struct TermParts(
    ushort Attempts, ushort Correct, ushort Checks, ushort ChecksScore, short Benchmark, short Norm)
{
    private const int PracticeWeight = 40;
    private const int ChecksWeight = 40;
    private const int BenchmarkWeight = 20;
    private const int Least = 400;
    private const int Most = 1000;

    /// <summary>
    /// The grade in tenths of percent; none without work. Practice: half for doing, half for what was right. Unit checks: 40 and
    /// six tenths of the percent right. Benchmark: 80 and two thirds of what it lies above the grade's mean. Whatever
    /// is missing has no weight.
    /// </summary>
    public short? Grade
    {
        get
        {
            var (sum, weight) = (0, 0);
            if (Attempts > 0)
            {
                (sum, weight) = (PracticeWeight * (500 + (Correct * 500 / Attempts)), PracticeWeight);
            }
            if (Checks > 0)
            {
                (sum, weight) = (sum + (ChecksWeight * (Least + (ChecksScore * 6 / (10 * Checks)))), weight + ChecksWeight);
            }
            if (Norm != 0)
            {
                var points = Math.Clamp(800 + ((Benchmark - Norm) * 2 / 3), Least, Most);
                (sum, weight) = (sum + (BenchmarkWeight * points), weight + BenchmarkWeight);
            }
            return weight == 0 ? null : (short)(sum / weight);
        }
    }
}

/// <summary>The four terms of a school year, each of which ends on a Thursday.</summary>
public static class SchoolTerms
{
    public const int EndWeekday = 3;
    private const int WeeksOfContinuousYear = 52;

    // Counted from 0. The last Thursday of a standard year is its last day of school.
    private static ReadOnlySpan<byte> StandardEnds => [9, 21, 29, 40];
    private static ReadOnlySpan<byte> ContinuousEnds => [12, 25, 38, 51];

    /// <summary>The term, from 1, that ends on a day; none for most days.</summary>
    public static int? EndingOn(SchoolDay day, PlaceInYear place)
    {
        var ends = place.Weeks == WeeksOfContinuousYear ? ContinuousEnds : StandardEnds;
        var term = day.Weekday == EndWeekday && place.Week <= byte.MaxValue ? ends.IndexOf((byte)place.Week) : -1;
        return term < 0 ? null : term + 1;
    }
}
