using Pathfinity.Determinism;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>One student's rows of all days.</summary>
internal sealed record StudentRows(
    AttendanceRow[] Attendance, JourneyRow[] Journeys, SessionRow[] Sessions, VisitRow[] Visits, AttemptRow[] Attempts,
    ExplorationRow[] Explorations, AssessmentRow[] Assessments, InterventionRow[] Interventions,
    InterventionOutcomeRow[] InterventionOutcomes, GuardianVisitRow[] GuardianVisits, MessageRow[] Messages,
    ReceiptRow[] Receipts, ConferenceRow[] Conferences, ReportCardRow[] ReportCards, ReferralRow[] Referrals,
    AwardRow[] Awards)
{
    /// <summary>The rows of many students, which are in order of their keys, student by student.</summary>
    public static IEnumerable<StudentRows> Split(Rows rows, IEnumerable<int> students)
    {
        var at = new int[16];
        foreach (var student in students)
        {
            yield return new StudentRows(
                Next(rows.Attendance, student, ref at[0], static row => row.Id),
                Next(rows.Journeys, student, ref at[1], static row => row.Id),
                Next(rows.Sessions, student, ref at[2], static row => row.Id),
                Next(rows.Visits, student, ref at[3], static row => row.Id),
                Next(rows.Attempts, student, ref at[4], static row => row.Id),
                Next(rows.Explorations, student, ref at[5], static row => row.Id),
                Next(rows.Assessments, student, ref at[6], static row => row.Id),
                Next(rows.Interventions, student, ref at[7], static row => row.Id),
                Next(rows.InterventionOutcomes, student, ref at[8], static row => row.Id),
                Next(rows.GuardianVisits, student, ref at[9], static row => row.Id),
                Next(rows.Messages, student, ref at[10], static row => row.Id),
                Next(rows.Receipts, student, ref at[11], static row => row.Id),
                Next(rows.Conferences, student, ref at[12], static row => row.Id),
                Next(rows.ReportCards, student, ref at[13], static row => row.Id),
                Next(rows.Referrals, student, ref at[14], static row => row.Id),
                Next(rows.Awards, student, ref at[15], static row => row.Id));
        }
    }

    /// <summary>Every sequence number that the rows account for: what began them and what ended them.</summary>
    public IEnumerable<(int Sequence, int Day)> Sequences() =>
    [
        .. Attendance.Select(row => (ActivityId.Sequence(row.Id), row.Day)),
        .. Attempts.Select(row => (ActivityId.Sequence(row.Id), row.Day)),
        .. Explorations.Select(row => (ActivityId.Sequence(row.Id), row.Day)),
        .. Assessments.Select(row => (ActivityId.Sequence(row.Id), row.Day)),
        .. Interventions.Select(row => (ActivityId.Sequence(row.Id), row.Day)),
        .. InterventionOutcomes.Select(row => (ActivityId.Sequence(row.Id), row.Day)),
        .. GuardianVisits.Select(row => (ActivityId.Sequence(row.Id), row.Day)),
        .. Messages.Select(row => (ActivityId.Sequence(row.Id), row.Day)),
        .. Receipts.Select(row => (ActivityId.Sequence(row.Id), row.Day)),
        .. Conferences.Select(row => (ActivityId.Sequence(row.Id), row.Day)),
        .. ReportCards.Select(row => (ActivityId.Sequence(row.Id), row.Day)),
        .. Referrals.Select(row => (ActivityId.Sequence(row.Id), row.Day)),
        .. Awards.Select(row => (ActivityId.Sequence(row.Id), row.Day)),
        .. Journeys.Select(row => (ActivityId.Sequence(row.Id), row.Day)),
        .. Journeys.Select(row => (row.EndSequence, row.Day)),
        .. Sessions.Select(row => (ActivityId.Sequence(row.Id), row.Day)),
        .. Sessions.Select(row => (row.EndSequence, row.Day)),
        .. Visits.Select(row => (ActivityId.Sequence(row.Id), row.Day)),
        .. Visits.Select(row => (row.EndSequence, row.Day)),
    ];

    /// <summary>The last day with an attempt, and the classrooms of its attempts, ascending.</summary>
    public (int? Day, int[] Classrooms) LastClassrooms()
    {
        if (Attempts.Length == 0)
        {
            return (null, []);
        }
        var day = Attempts.Max(row => row.Day);
        return (day, [.. Attempts.Where(row => row.Day == day).Select(row => row.Classroom).Distinct().Order()]);
    }

    /// <summary>The chain over the days up to one.</summary>
    public byte[] Digest(CanonicalDay canonical, int throughDay)
    {
        var chain = new byte[DigestChain.Length];
        foreach (var (day, rows) in Days())
        {
            if (day <= throughDay)
            {
                canonical.Add(rows);
                canonical.Seal(chain, day);
            }
        }
        return chain;
    }

    private SortedDictionary<int, Rows> Days()
    {
        var days = new SortedDictionary<int, Rows>();
        Part(days, Attendance, row => row.Day, rows => rows.Attendance);
        Part(days, Journeys, row => row.Day, rows => rows.Journeys);
        Part(days, Sessions, row => row.Day, rows => rows.Sessions);
        Part(days, Visits, row => row.Day, rows => rows.Visits);
        Part(days, Attempts, row => row.Day, rows => rows.Attempts);
        Part(days, Explorations, row => row.Day, rows => rows.Explorations);
        Part(days, Assessments, row => row.Day, rows => rows.Assessments);
        Part(days, Interventions, row => row.Day, rows => rows.Interventions);
        Part(days, InterventionOutcomes, row => row.Day, rows => rows.InterventionOutcomes);
        Part(days, GuardianVisits, row => row.Day, rows => rows.GuardianVisits);
        Part(days, Messages, row => row.Day, rows => rows.Messages);
        Part(days, Receipts, row => row.Day, rows => rows.Receipts);
        Part(days, Conferences, row => row.Day, rows => rows.Conferences);
        Part(days, ReportCards, row => row.Day, rows => rows.ReportCards);
        Part(days, Referrals, row => row.Day, rows => rows.Referrals);
        Part(days, Awards, row => row.Day, rows => rows.Awards);
        return days;
    }

    private static void Part<T>(SortedDictionary<int, Rows> days, T[] all, Func<T, int> dayOf, Func<Rows, List<T>> list)
    {
        foreach (var row in all)
        {
            if (!days.TryGetValue(dayOf(row), out var rows))
            {
                days.Add(dayOf(row), rows = new Rows());
            }
            list(rows).Add(row);
        }
    }

    private static T[] Next<T>(List<T> rows, int student, ref int at, Func<T, long> id)
    {
        var from = at;
        while (at < rows.Count && ActivityId.Student(id(rows[at])) == student)
        {
            at++;
        }
        return [.. rows.GetRange(from, at - from)];
    }
}
