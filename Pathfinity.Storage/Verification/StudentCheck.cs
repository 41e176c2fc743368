using System.Globalization;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>
/// One student's raw activity against itself: every sequence number is there once, what sittings and visits count are
/// their attempts, the mark tells the truth, and the days up to the checkpoint have the checkpoint's digest.
/// </summary>
internal sealed class StudentCheck(StoredStudent student, StudentRows rows, bool isRunning, Findings findings)
{
    public const string Sequences = "sequences";
    public const string Sessions = "sessions";
    public const string Visits = "visits";
    public const string Journeys = "journeys";
    public const string Assessments = "assessments";
    public const string Marks = "marks";
    public const string Digests = "student_digests";

    /// <summary>Names of all checks.</summary>
    public static string[] Names { get; } = [Sequences, Sessions, Visits, Journeys, Assessments, Marks, Digests];

    /// <summary>Makes all checks; returns the chain over the days that the checkpoint holds.</summary>
    public byte[] Run(CanonicalDay canonical)
    {
        CheckSequences();
        CheckCounts(Sessions, rows.Attempts.Select(a => (a.Session, a.Day, a.Correct)),
            rows.Sessions.Select(s => (s.Id, (int)s.Attempts, (int)s.Correct)));
        CheckCounts(Visits, rows.Attempts.Select(a => (a.Visit, a.Day, a.Correct)),
            rows.Visits.Select(v => (v.Id, (int)v.Attempts, (int)v.Correct)));
        CheckJourneys();
        CheckAssessments();
        CheckMark();
        var chain = rows.Digest(canonical, student.CompleteDay);
        if (student.Digest.Length > 0 && !chain.AsSpan().SequenceEqual(student.Digest))
        {
            Differ(Digests, Convert.ToHexStringLower(chain), Convert.ToHexStringLower(student.Digest));
        }
        return chain;
    }

    // A day under way has begun what it has not ended: those numbers alone may be missing, after the last complete day.
    private void CheckSequences()
    {
        var seen = new bool[student.Sequence + 1];
        var complete = 0;
        foreach (var (sequence, day) in rows.Sequences())
        {
            if (sequence > student.Sequence || sequence < 1 || seen[sequence])
            {
                Differ(Sequences, $"each from 1 to {student.Sequence} once", $"{sequence} twice or beyond");
                return;
            }
            seen[sequence] = true;
            complete = day <= student.CompleteDay ? Math.Max(complete, sequence) : complete;
        }
        var missing = Array.IndexOf(seen, false, 1);
        if (missing > 0 && (missing <= complete || !isRunning))
        {
            Differ(Sequences, $"each from 1 to {student.Sequence} once", $"{missing} is missing");
        }
    }

    private void CheckCounts(
        string check, IEnumerable<(long Of, int Day, bool Correct)> attempts,
        IEnumerable<(long Id, int Attempts, int Correct)> stored)
    {
        var counted = attempts.GroupBy(a => a.Of)
            .ToDictionary(group => group.Key, group => (group.First().Day, Attempts: group.Count(), Correct: group.Count(a => a.Correct)));
        foreach (var (id, own, correct) in stored)
        {
            counted.Remove(id, out var expected);
            if (expected.Attempts != own || expected.Correct != correct)
            {
                Differ(check, $"{id}: {expected.Attempts} attempts, {expected.Correct} right", $"{own}, {correct}");
            }
        }
        foreach (var (id, lost) in counted.Where(pair => pair.Value.Day <= student.CompleteDay))
        {
            Differ(check, $"{id} with {lost.Attempts} attempts", "no such row");
        }
    }

    private void CheckJourneys()
    {
        var known = rows.Journeys.Select(journey => journey.Id).ToHashSet();
        var needed = rows.Visits.Select(v => (v.Journey, v.Day)).Concat(rows.Explorations.Select(e => (e.Journey, e.Day)));
        foreach (var (journey, _) in needed.Where(n => n.Day <= student.CompleteDay && !known.Contains(n.Journey)).Distinct())
        {
            Differ(Journeys, $"{journey}", "no such row");
        }
    }

    // A score follows from what was right, but on the scale of benchmarks; a retake repeats an earlier test of its kind.
    private void CheckAssessments()
    {
        var before = new Dictionary<long, AssessmentRow>();
        foreach (var row in rows.Assessments)
        {
            var percent = (short)Math.Round(1000.0 * row.Correct / Math.Max((byte)1, row.Items));
            if (row.Correct > row.Items || (row.Kind != AssessmentKind.Benchmark && row.Score != percent))
            {
                Differ(Assessments, $"{row.Id}: at most {row.Items} right and, by percent, {percent}", $"{row.Correct}, {row.Score}");
            }
            if (row.RetakeOf >= 0 && (!before.TryGetValue(row.RetakeOf, out var first)
                || (first.Kind, first.Subject, first.Window) != (row.Kind, row.Subject, row.Window)))
            {
                Differ(Assessments, $"{row.Id} repeats an earlier test of its kind", $"{row.RetakeOf}");
            }
            before.Add(row.Id, row);
        }
    }

    private void CheckMark()
    {
        var (day, classrooms) = rows.LastClassrooms();
        var (attempts, correct) = (rows.Attempts.Length, rows.Attempts.Count(attempt => attempt.Correct));
        var looks = Looks();
        if (day != student.MarkDay || !classrooms.AsSpan().SequenceEqual(student.MarkClassrooms)
            || (attempts, correct) != (student.MarkAttempts, student.MarkCorrect) || !looks.AsSpan().SequenceEqual(student.MarkLooks))
        {
            Differ(Marks, $"day {day}, classrooms {SqlArray.Of(classrooms)}, {attempts} attempts, {correct} right, looks {SqlArray.Of(looks)}",
                $"day {student.MarkDay}, classrooms {SqlArray.Of(student.MarkClassrooms)}, "
                + $"{student.MarkAttempts} attempts, {student.MarkCorrect} right, looks {SqlArray.Of(student.MarkLooks)}");
        }
    }

    private int[] Looks()
    {
        var looks = new int[Guardian.Most];
        foreach (var look in rows.GuardianVisits)
        {
            looks[look.Guardian % Guardian.Most] = Math.Max(looks[look.Guardian % Guardian.Most], look.Day);
        }
        return looks;
    }

    private void Differ(string check, string expected, string actual) => findings.Differ(
        check, string.Create(CultureInfo.InvariantCulture, $"student {student.Id}: {expected}"), actual);
}
