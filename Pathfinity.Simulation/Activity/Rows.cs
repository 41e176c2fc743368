using System.Runtime.InteropServices;
using Pathfinity.Curriculum;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>
/// Activity as tables store it. Identifiers are <see cref="ActivityId"/>s; instants are milliseconds since
/// 1970-01-01 UTC; days are civil dates of the school as days since 1970-01-01; questions, items, skills and careers
/// are numbers of the catalogue.
/// </summary>
public sealed class Rows
{
    public List<AttendanceRow> Attendance { get; } = [];
    public List<JourneyRow> Journeys { get; } = [];
    public List<SessionRow> Sessions { get; } = [];
    public List<VisitRow> Visits { get; } = [];
    public List<AttemptRow> Attempts { get; } = [];
    public List<ExplorationRow> Explorations { get; } = [];
    public List<AssessmentRow> Assessments { get; } = [];
    public List<InterventionRow> Interventions { get; } = [];
    public List<InterventionOutcomeRow> InterventionOutcomes { get; } = [];
    public List<GuardianVisitRow> GuardianVisits { get; } = [];
    public List<MessageRow> Messages { get; } = [];
    public List<ReceiptRow> Receipts { get; } = [];
    public List<ConferenceRow> Conferences { get; } = [];
    public List<ReportCardRow> ReportCards { get; } = [];
    public List<ReferralRow> Referrals { get; } = [];
    public List<AwardRow> Awards { get; } = [];

    public int Count => Attendance.Count + Journeys.Count + Sessions.Count + Visits.Count + Attempts.Count
        + Explorations.Count + Assessments.Count + Interventions.Count + InterventionOutcomes.Count
        + GuardianVisits.Count + Messages.Count + Receipts.Count + Conferences.Count
        + ReportCards.Count + Referrals.Count + Awards.Count;

    public void Add(Rows others)
    {
        ArgumentNullException.ThrowIfNull(others);
        Attendance.AddRange(others.Attendance);
        Journeys.AddRange(others.Journeys);
        Sessions.AddRange(others.Sessions);
        Visits.AddRange(others.Visits);
        Attempts.AddRange(others.Attempts);
        Explorations.AddRange(others.Explorations);
        Assessments.AddRange(others.Assessments);
        Interventions.AddRange(others.Interventions);
        InterventionOutcomes.AddRange(others.InterventionOutcomes);
        GuardianVisits.AddRange(others.GuardianVisits);
        Messages.AddRange(others.Messages);
        Receipts.AddRange(others.Receipts);
        Conferences.AddRange(others.Conferences);
        ReportCards.AddRange(others.ReportCards);
        Referrals.AddRange(others.Referrals);
        Awards.AddRange(others.Awards);
    }

    public void Clear()
    {
        Attendance.Clear();
        Journeys.Clear();
        Sessions.Clear();
        Visits.Clear();
        Attempts.Clear();
        Explorations.Clear();
        Assessments.Clear();
        Interventions.Clear();
        InterventionOutcomes.Clear();
        GuardianVisits.Clear();
        Messages.Clear();
        Receipts.Clear();
        Conferences.Clear();
        ReportCards.Clear();
        Referrals.Clear();
        Awards.Clear();
    }

    /// <summary>Adds the rows of others in the order of students, each student's days as they were lived.</summary>
    /// <param name="parts">Rows by days of students, a student's days in their order; all are left as they are.</param>
    public void Gather(IReadOnlyList<Rows> parts)
    {
        Gather(parts, static rows => rows.Attendance);
        Gather(parts, static rows => rows.Journeys);
        Gather(parts, static rows => rows.Sessions);
        Gather(parts, static rows => rows.Visits);
        Gather(parts, static rows => rows.Attempts);
        Gather(parts, static rows => rows.Explorations);
        Gather(parts, static rows => rows.Assessments);
        Gather(parts, static rows => rows.Interventions);
        Gather(parts, static rows => rows.InterventionOutcomes);
        Gather(parts, static rows => rows.GuardianVisits);
        Gather(parts, static rows => rows.Messages);
        Gather(parts, static rows => rows.Receipts);
        Gather(parts, static rows => rows.Conferences);
        Gather(parts, static rows => rows.ReportCards);
        Gather(parts, static rows => rows.Referrals);
        Gather(parts, static rows => rows.Awards);
    }

    // Rows come in runs, a student's day each, since two days that follow in one part may have another between them in a
    // second part: it is these that are sorted, not the rows one by one.
    private void Gather<TRow>(IReadOnlyList<Rows> parts, Func<Rows, List<TRow>> table)
        where TRow : struct, IActivityRow
    {
        var runs = new List<(long Id, int Part, int Start, int Count)>();
        for (var part = 0; part < parts.Count; part++)
        {
            AddRuns(runs, part, CollectionsMarshal.AsSpan(table(parts[part])));
        }
        runs.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        var own = table(this);
        var at = own.Count;
        CollectionsMarshal.SetCount(own, at + runs.Sum(run => run.Count));
        foreach (var (_, part, start, count) in runs)
        {
            CollectionsMarshal.AsSpan(table(parts[part])).Slice(start, count).CopyTo(CollectionsMarshal.AsSpan(own)[at..]);
            at += count;
        }
    }

    private static void AddRuns<TRow>(List<(long Id, int Part, int Start, int Count)> runs, int part, ReadOnlySpan<TRow> rows)
        where TRow : struct, IActivityRow
    {
        for (int start = 0, i = 1; i <= rows.Length; i++)
        {
            if (i == rows.Length || rows[i].Day != rows[start].Day || ActivityId.Student(rows[i].Id) != ActivityId.Student(rows[start].Id))
            {
                runs.Add((rows[start].Id, part, start, i - start));
                start = i;
            }
        }
    }
}

/// <summary>A row of activity.</summary>
public interface IActivityRow
{
    /// <summary>An <see cref="ActivityId"/>.</summary>
    long Id { get; }

    /// <summary>The civil date of the school, as days since 1970-01-01.</summary>
    int Day { get; }
}

/// <summary>The key of an activity: a student's ordinal and a sequence number of that student.</summary>
public static class ActivityId
{
    public static long Of(int student, int sequence) => ((long)student << 32) | (uint)sequence;

    public static int Student(long id) => (int)(id >> 32);

    public static int Sequence(long id) => (int)id;
}

public readonly record struct AttendanceRow(long Id, int Day, AttendanceStatus Status, AbsenceReason Reason, long At) : IActivityRow;

public readonly record struct JourneyRow(
    long Id, int EndSequence, int Day, int Career, byte ListPosition, Companion Companion, long StartedAt, long EndedAt,
    bool Completed) : IActivityRow;

/// <param name="Classroom">-1 at home.</param>
public readonly record struct SessionRow(
    long Id, int EndSequence, int Day, int Classroom, Place Place, Device Device, long StartedAt, long EndedAt,
    short Attempts, short Correct) : IActivityRow;

/// <param name="Classroom">The student's classroom of the subject, also for work at home.</param>
/// <param name="Scenario">The career scenario by which the work was told; -1 for none.</param>
public readonly record struct VisitRow(
    long Id, int EndSequence, int Day, long Journey, int Classroom, Container Container, Subject Subject, int Skill,
    int Item, CareerFit Fit, long StartedAt, long EndedAt, bool Completed, short Attempts, short Correct,
    int Scenario = -1, Format Format = Format.Read) : IActivityRow;

/// <param name="Classroom">The student's classroom of the subject, also for work at home.</param>
/// <param name="Response">0 the right response, 1, 2, ... the question's wrong responses, 255 another.</param>
/// <param name="Mastery">Estimate after the attempt, in permille.</param>
public readonly record struct AttemptRow(
    long Id, int Day, long Session, long Visit, int Classroom, int Question, int Skill, short Opportunity,
    long AnsweredAt, int ResponseMs, byte Response, byte Hints, AttemptFlags Flags, short Mastery) : IActivityRow
{
    public bool Correct => (Flags & AttemptFlags.Correct) != 0;
}

/// <param name="Item">The Discover item that told of the career; -1 when the day did not come so far.</param>
/// <param name="Scenario">The last career scenario that told of it; -1 for none.</param>
public readonly record struct ExplorationRow(
    long Id, int Day, long Journey, int Career, int Item, short Minutes, short InterestBefore, short InterestAfter,
    long At, int Scenario = -1) : IActivityRow;

/// <param name="Classroom">The student's classroom of the subject.</param>
/// <param name="Skill">The first skill checked; -1 for a test of the whole grade.</param>
/// <param name="RetakeOf">The test that this one repeats; -1 for none.</param>
/// <param name="Score">In tenths: of points of the scale for a benchmark, else of percent right.</param>
/// <param name="StandardError">Of the score, in tenths.</param>
public readonly record struct AssessmentRow(
    long Id, int Day, AssessmentKind Kind, Subject Subject, byte Window, int Classroom, int Skill, long RetakeOf,
    long StartedAt, long EndedAt, byte Items, byte Correct, short Score, short StandardError) : IActivityRow;

/// <param name="Number">Running number of the directive within the classroom.</param>
/// <param name="DueDay">The last day on which it may be done.</param>
/// <param name="Skill">-1 for none.</param>
/// <param name="Mastery">Of the skill when it began, in permille.</param>
public readonly record struct InterventionRow(
    long Id, int Day, int Classroom, int Number, DirectiveKind Kind, DirectiveTrigger Trigger, int Skill, int DueDay,
    short Minutes, short Mastery, long At) : IActivityRow;

/// <param name="Intervention">What has ended.</param>
/// <param name="Mastery">Of the skill when it ended, in permille.</param>
public readonly record struct InterventionOutcomeRow(
    long Id, int Day, long Intervention, InterventionOutcome Outcome, byte Lessons, short Mastery, long At) : IActivityRow;

public readonly record struct GuardianVisitRow(long Id, int Day, int Guardian, GuardianVisitKind Kind, short Seconds, long At) : IActivityRow;

/// <param name="Intervention">The intervention by which a teacher wrote; -1 for a letter.</param>
/// <param name="Classroom">Whose teacher wrote; -1 for a letter.</param>
/// <param name="Absences">Absences of the school year that a letter tells of; 0 for others.</param>
public readonly record struct MessageRow(
    long Id, int Day, int Guardian, MessageKind Kind, Channel Channel, long Intervention, int Classroom, short Absences,
    bool Delivered, long At) : IActivityRow;

public readonly record struct ReceiptRow(long Id, int Day, long Message, int Guardian, ReceiptKind Kind, long At) : IActivityRow;

/// <param name="Window">1 autumn, 2 spring.</param>
public readonly record struct ConferenceRow(
    long Id, int Day, int Guardian, int Classroom, byte Window, bool Held, long StartedAt, long EndedAt) : IActivityRow;

/// <param name="FromDay">First day that counts.</param>
/// <param name="ChecksScore">Sum of the unit checks' scores, in tenths of percent.</param>
/// <param name="Benchmark">In tenths of points; 0 for none.</param>
/// <param name="Norm">Mean of the grade when it was taken, in tenths; 0 for none.</param>
/// <param name="Grade">In tenths of percent.</param>
public readonly record struct ReportCardRow(
    long Id, int Day, int FromDay, int Classroom, Subject Subject, byte Term, int Attempts, int Correct, short Checks,
    int ChecksScore, short Benchmark, short Norm, short Grade, long At) : IActivityRow;

public readonly record struct ReferralRow(long Id, int Day, int Classroom, ReferralKind Kind, ReferralAction Action, long At) : IActivityRow;

/// <param name="FromDay">First day that counts for attendance; -1 for others.</param>
/// <param name="Evidence">The benchmark that shows growth; -1 for others.</param>
/// <param name="Subject">-1 for none.</param>
public readonly record struct AwardRow(
    long Id, int Day, AwardKind Kind, short Subject, int FromDay, int Value, long Evidence, long At) : IActivityRow;
