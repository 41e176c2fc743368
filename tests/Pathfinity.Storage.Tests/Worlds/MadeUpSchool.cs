using System.Collections.Immutable;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage.Tests;

/// <summary>
/// Days of one school's students, drawn without the student model: whatever may be stored, with nothing that is likely.
/// </summary>
internal sealed class MadeUpSchool
{
    private readonly CanonicalDay canonical = new(new CatalogueKeys([TestWorld.Release]));
    private readonly Dictionary<int, MadeUpStudent> students;

    /// <param name="has">Whether rows of a table may be there; all by default.</param>
    public MadeUpSchool(int school, ulong seed, Func<string, bool>? has = null)
    {
        Id = school;
        students = TestWorld.Roster.Students.Select(s => s.Id)
            .Where(id => TestWorld.Roster.SchoolOf(id) == school)
            .ToDictionary(id => id, id => new MadeUpStudent(id, Dice.Of(seed).Fork(id), has ?? (_ => true)));
    }

    public int Id { get; }

    /// <summary>Students by ordinal.</summary>
    public IEnumerable<int> Students => students.Keys.Order();

    /// <summary>Lives a day of everybody.</summary>
    public void Live(int day)
    {
        foreach (var student in students.Values)
        {
            student.Live(day);
        }
    }

    /// <summary>Everything from a student's sequence number to another, both included; the last by default.</summary>
    public ActivityBatch Batch(Func<int, (int From, int? To)> range, SchoolCheckpoint? checkpoint = null)
    {
        var (rows, advances) = (new Rows(), ImmutableArray.CreateBuilder<Advance>());
        foreach (var id in Students)
        {
            var (from, until) = range(id);
            var to = until ?? students[id].Last;
            if (to >= from)
            {
                students[id].Copy(from, to, rows);
                advances.Add(new Advance(id, from, to));
            }
        }
        return new ActivityBatch(Id, rows, advances.ToImmutable(), checkpoint);
    }

    /// <summary>Everything so far.</summary>
    public ActivityBatch Everything(SchoolCheckpoint? checkpoint = null) => Batch(_ => (1, null), checkpoint);

    public int Last(int student) => students[student].Last;

    /// <summary>The school at a day's end, with the digests that its rows have.</summary>
    public SchoolCheckpoint Checkpoint(int day) => new(
        Id, day,
        [.. Students.Select(id => new StudentState(id, [1, 2, 3], students[id].Digest(canonical, day)))],
        [.. TestWorld.Roster.Classrooms.Where(c => c.School == Id).Select(c => new ClassroomState(c.Id, [4], [], new byte[32]))]);
}

/// <summary>One student of a <see cref="MadeUpSchool"/>: events by sequence number.</summary>
internal sealed class MadeUpStudent(int id, Dice dice, Func<string, bool> has)
{
    private const long DayMs = 86_400_000;
    private readonly int[] classrooms = TestWorld.Roster.ClassroomsOf(id).ToArray();
    private readonly List<(int Day, Action<Rows> Add)> events = [];
    private readonly List<int> tests = [];
    private Rolls rolls = dice.Roll();
    private long now;

    public int Last => events.Count;

    public void Copy(int from, int to, Rows rows) =>
        events.GetRange(from - 1, to - from + 1).ForEach(e => e.Add(rows));

    public void Live(int day)
    {
        rolls = dice.Fork(day).Roll();
        now = (day * DayMs) + (14 * 3_600_000);
        var (at, status) = (now, rolls.Pick(Enum.GetValues<AttendanceStatus>()));
        Happen(day, seq => rows => rows.Attendance.Add(new(Id(seq), day, status, AbsenceReason.None, at)));
        if (status == AttendanceStatus.Absent)
        {
            return;
        }
        var (journey, begun, career) = (Happen(day, Nothing), now, rolls.Below(9));
        for (var i = 0; i < 1 + rolls.Below(2); i++)
        {
            Sit(day, journey, atHome: i > 0);
        }
        if (has(AssessmentTable.Name))
        {
            BeTested(day);
        }
        if (has(InterventionTable.Name))
        {
            BeHelped(day);
        }
        if (has(ReportCardTable.Name))
        {
            BeRecorded(day);
        }
        var (ended, position, minutes) = (now, (byte)rolls.Below(6), (short)rolls.Below(40));
        Happen(day, seq => rows => rows.Explorations.Add(
            new(Id(seq), day, Id(journey), career, minutes % 3 == 0 || !has(AssessmentTable.Name) ? -1 : minutes % 20, minutes, 400, 420, ended)));
        Happen(day, seq => rows => rows.Journeys.Add(
            new(Id(journey), seq, day, career, position, Companion.Sage, begun, ended, position % 2 == 0)));
    }

    private void BeTested(int day)
    {
        var (tested, right) = (now, (byte)rolls.Below(11));
        var retaken = tests.Count > 0 && rolls.Chance(0.3) ? Id(tests[^1]) : -1;
        tests.Add(Happen(day, seq => rows => rows.Assessments.Add(new(
            Id(seq), day, id % 2 == 0 ? AssessmentKind.UnitCheck : AssessmentKind.Benchmark, Subject.Math, 1, classrooms[0], 3, retaken, tested, tested, 10, right,
            (short)(100 * right), 150))));
    }

    private void BeHelped(int day)
    {
        var (decided, kind) = (now, rolls.Pick(Enum.GetValues<DirectiveKind>()));
        var intervention = Happen(day, seq => rows => rows.Interventions.Add(new(
            Id(seq), day, classrooms[0], seq, kind, DirectiveTrigger.Struggle, kind == DirectiveKind.Praise ? -1 : 3, day + 7, 10,
            300, decided)));
        Happen(day, seq => rows => rows.InterventionOutcomes.Add(new(
            Id(seq), day, Id(intervention), InterventionOutcome.Completed, 1, 350, decided)));
        if (!has(MessageTable.Name))
        {
            return;
        }
        var guardian = Guardian.IdOf(id, rolls.Below(2));
        Happen(day, seq => rows => rows.GuardianVisits.Add(new(Id(seq), day, guardian, GuardianVisitKind.Digest, 40, decided)));
        var message = Happen(day, seq => rows => rows.Messages.Add(new(
            Id(seq), day, guardian, MessageKind.Teacher, Channel.Text, Id(intervention), classrooms[0], 0, true, decided)));
        Happen(day, seq => rows => rows.Receipts.Add(new(Id(seq), day, Id(message), guardian, ReceiptKind.Read, decided)));
        Happen(day, seq => rows => rows.Conferences.Add(new(Id(seq), day, guardian, classrooms[1], 1, true, decided, decided)));
    }

    private void BeRecorded(int day)
    {
        var (noted, grown) = (now, Id(tests[^1]));
        Happen(day, seq => rows => rows.ReportCards.Add(new(
            Id(seq), day, day - 3, classrooms[0], Subject.Ela, 2, 30, 20, 1, 700, 0, 0, 820, noted)));
        Happen(day, seq => rows => rows.Referrals.Add(new(
            Id(seq), day, classrooms[0], ReferralKind.Language, ReferralAction.Talk, noted)));
        Happen(day, seq => rows => rows.Awards.Add(new(Id(seq), day, AwardKind.Explorer, -1, -1, 25, -1, noted)));
        Happen(day, seq => rows => rows.Awards.Add(new(
            Id(seq), day, AwardKind.Growth, (short)Subject.Math, -1, 120, grown, noted)));
    }

    public byte[] Digest(CanonicalDay canonical, int throughDay)
    {
        var chain = new byte[DigestChain.Length];
        foreach (var day in events.Where(e => e.Day <= throughDay).GroupBy(e => e.Day).OrderBy(group => group.Key))
        {
            var rows = new Rows();
            day.ToList().ForEach(e => e.Add(rows));
            canonical.Add(rows);
            canonical.Seal(chain, day.Key);
        }
        return chain;
    }

    private void Sit(int day, int journey, bool atHome)
    {
        var (session, begun, classroom) = (Happen(day, Nothing), now, atHome ? -1 : classrooms[0]);
        var (attempts, correct) = (0, 0);
        // The first visit is left open while the second runs: visits need not end in the order in which they began.
        var first = Happen(day, Nothing);
        var second = Happen(day, Nothing);
        foreach (var visit in new[] { second, first })
        {
            var (subject, started, skill, own, right) = ((Subject)rolls.Below(4), now, rolls.Below(8), 0, 0);
            for (; own < rolls.Below(6); own++)
            {
                right += Attempt(day, session, visit, subject, skill) ? 1 : 0;
            }
            var (ended, all, good) = (now, (short)own, (short)right);
            Happen(day, seq => rows => rows.Visits.Add(new(
                Id(visit), seq, day, Id(journey), classrooms[(int)subject], Container.Experience, subject, skill, skill,
                CareerFit.Cluster, started, ended, good > 1, all, good)));
            (attempts, correct) = (attempts + own, correct + right);
        }
        var (closed, sum, score) = (now, (short)attempts, (short)correct);
        Happen(day, seq => rows => rows.Sessions.Add(new(
            Id(session), seq, day, classroom, atHome ? Place.Home : Place.School, Device.Laptop, begun, closed, sum, score)));
    }

    private bool Attempt(int day, int session, int visit, Subject subject, int skill)
    {
        now += 1000 + rolls.Below(90_000);
        var response = rolls.Chance(0.1) ? byte.MaxValue : (byte)rolls.Below(4);
        var flags = (AttemptFlags)(rolls.Below(8) << 1) | (response == 0 ? AttemptFlags.Correct : AttemptFlags.None);
        var row = new AttemptRow(
            0, day, Id(session), Id(visit), classrooms[(int)subject], (skill * 7) + rolls.Below(4), skill, 1, now,
            1 + rolls.Below(60_000), response, (byte)rolls.Below(4), flags, (short)rolls.Below(1001));
        Happen(day, seq => rows => rows.Attempts.Add(row with { Id = Id(seq) }));
        return response == 0;
    }

    private static Action<Rows> Nothing(int sequence) => _ => { };

    private int Happen(int day, Func<int, Action<Rows>> row)
    {
        now += 500;
        events.Add((day, row(events.Count + 1)));
        return events.Count;
    }

    private long Id(int sequence) => ActivityId.Of(id, sequence);
}
