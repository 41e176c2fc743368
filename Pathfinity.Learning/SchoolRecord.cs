using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>What a school writes down of a student: report cards, referrals for behaviour, awards.</summary>
internal static class SchoolRecord
{
    public const int CardMs = 13 * 3_600_000;
    private const int ExplorationsForAward = 25;
    private const int DaysForAward = 20;

    // Gains between two benchmarks, in tenths of points, that are honoured: by grade band, as the norms' gains fall.
    private static ReadOnlySpan<short> HonouredGains => [140, 110, 90, 80];

    // Referrals a student and school day, by grade band.
    private static ReadOnlySpan<double> ReferralRates => [0.0011, 0.0016, 0.0032, 0.0036];

    /// <summary>A referral of today; none on most days. Nothing but chance and the student's own rate decides.</summary>
    public static BehaviourReferred? Referral(Traits traits, DayBrief brief, Dice dice)
    {
        var die = dice.Fork(Purpose.Referral);
        var rate = brief.Parameters.Referrals * ReferralRates[(int)brief.Grade.Band] * traits.ReferralRate;
        if (!die.Chance(Math.Min(rate, 0.2)))
        {
            return null;
        }
        var kind = (ReferralKind)die.Fork(1).Weighted([0.36, 0.26, 0.16, 0.10, 0.12]);
        var action = die.Fork(2).Weighted(kind == ReferralKind.Aggression ? [0.25, 0.30, 0.25, 0.20] : [0.45, 0.30, 0.20, 0.05]);
        return new BehaviourReferred((Subject)die.Fork(3).Below(BySubject<int>.Length), kind, (ReferralAction)action);
    }

    /// <summary>An award for a benchmark that lies well above the last one of the year.</summary>
    public static AwardGiven? ForGrowth(int? gain, in AssessmentTaken test, Grade grade, int sequence) =>
        gain >= HonouredGains[(int)grade.Band]
            ? new AwardGiven(0, sequence, gain.Value, AwardKind.Growth, (sbyte)test.Subject)
            : null;

    /// <summary>Counts an exploration; each twenty-fifth earns an award.</summary>
    public static AwardGiven? ForExploration(ref TermState term)
    {
        term.Explored = (ushort)Math.Min(term.Explored + 1, ushort.MaxValue);
        return term.Explored % ExplorationsForAward == 0
            ? new AwardGiven(0, 0, term.Explored, AwardKind.Explorer, -1)
            : null;
    }

    /// <summary>Report cards and awards of a term, and the begin of the next.</summary>
    public static IEnumerable<Activity> EndOfTerm(Mind mind, DayBrief brief, int at, int number)
    {
        foreach (var subject in Subjects.All)
        {
            if (Card(mind.Term, subject, number) is { } card)
            {
                yield return new Activity(at, mind.NextSequence++, card);
            }
        }
        if (ForAttendance(mind.Term) is { } award)
        {
            yield return new Activity(at, mind.NextSequence++, award);
        }
        mind.Term.Begin(brief.Day.Number + 1);
    }

    /// <summary>An award for a term on time on every day.</summary>
    private static AwardGiven? ForAttendance(in TermState term) => term.Missed == 0 && term.Present >= DaysForAward
        ? new AwardGiven(term.From, 0, term.Present, AwardKind.Attendance, -1)
        : null;

    /// <summary>A subject's report card at a term's end; none without work.</summary>
    private static ReportCardPosted? Card(in TermState term, Subject subject, int number)
    {
        var parts = term[subject];
        return parts.Grade is not { } grade ? null : new ReportCardPosted(
            term.From, parts.Attempts, parts.Correct, parts.Checks, parts.ChecksScore, parts.Norm == 0 ? (short)0 : parts.Benchmark,
            parts.Norm, grade, subject, (byte)number);
    }

    /// <summary>Mean of the grade on the benchmark's scale, in tenths; 0 for other tests.</summary>
    public static short Norm(in AssessmentTaken test, DayBrief brief) => test.Kind == AssessmentKind.Benchmark
        ? (short)Math.Round(10 * Norms.At(test.Subject, brief.Grade, brief.Place.Week).Mean)
        : (short)0;
}
