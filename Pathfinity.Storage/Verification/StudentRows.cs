using Pathfinity.Determinism;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>One student's rows of all days.</summary>
internal sealed record StudentRows(
    AttendanceRow[] Attendance, JourneyRow[] Journeys, SessionRow[] Sessions, VisitRow[] Visits, AttemptRow[] Attempts,
    ExplorationRow[] Explorations, AssessmentRow[] Assessments, InterventionRow[] Interventions,
    InterventionOutcomeRow[] InterventionOutcomes)
{
    /// <summary>The rows of many students, which are in order of their keys, student by student.</summary>
    public static IEnumerable<StudentRows> Split(Rows rows, IEnumerable<int> students)
    {
        var at = new int[9];
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
                Next(rows.InterventionOutcomes, student, ref at[8], static row => row.Id));
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
        var (attendance, journeys, sessions, visits, attempts, explorations, assessments, interventions, outcomes) = (
            Attendance.ToLookup(row => row.Day), Journeys.ToLookup(row => row.Day), Sessions.ToLookup(row => row.Day),
            Visits.ToLookup(row => row.Day), Attempts.ToLookup(row => row.Day), Explorations.ToLookup(row => row.Day),
            Assessments.ToLookup(row => row.Day), Interventions.ToLookup(row => row.Day),
            InterventionOutcomes.ToLookup(row => row.Day));
        var days = attendance.Select(d => d.Key).Concat(journeys.Select(d => d.Key)).Concat(sessions.Select(d => d.Key))
            .Concat(visits.Select(d => d.Key)).Concat(attempts.Select(d => d.Key)).Concat(explorations.Select(d => d.Key))
            .Concat(assessments.Select(d => d.Key)).Concat(interventions.Select(d => d.Key)).Concat(outcomes.Select(d => d.Key));
        foreach (var day in days.Where(day => day <= throughDay).Distinct().Order())
        {
            Each(attendance[day], row => canonical.Add(row));
            Each(journeys[day].OrderBy(row => row.EndSequence), row => canonical.Add(row));
            Each(sessions[day].OrderBy(row => row.EndSequence), row => canonical.Add(row));
            Each(visits[day].OrderBy(row => row.EndSequence), row => canonical.Add(row));
            Each(attempts[day], row => canonical.Add(row));
            Each(explorations[day], row => canonical.Add(row));
            Each(assessments[day], row => canonical.Add(row));
            Each(interventions[day], row => canonical.Add(row));
            Each(outcomes[day], row => canonical.Add(row));
            canonical.Seal(chain, day);
        }
        return chain;
    }

    private static void Each<T>(IEnumerable<T> rows, Action<T> add)
    {
        foreach (var row in rows)
        {
            add(row);
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
