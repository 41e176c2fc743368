using System.Collections.Immutable;
using NodaTime;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>What a live world's students do right now; written by the engine, read by anybody.</summary>
internal sealed class LiveBoard
{
    private const int StruggleAttempts = 6;
    private readonly Lock gate = new();
    private Dictionary<int, Entry> students = [];
    private Roster? roster;
    private int atWork;
    private int attempts;
    private int correct;
    private int sessions;

    /// <summary>Clears the board for a new day.</summary>
    public void Begin(Roster today)
    {
        lock (gate)
        {
            roster = today;
            students = today.Students.ToDictionary(student => student.Id, _ => new Entry());
            (atWork, attempts, correct, sessions) = (0, 0, 0, 0);
        }
    }

    public void Observe(LiveActivity live)
    {
        lock (gate)
        {
            var entry = students[live.Student];
            var activity = live.Activity;
            switch (activity.Kind)
            {
                case ActivityKind.AttendanceTaken:
                    entry.Attendance = activity.Attendance.Status;
                    break;
                case ActivityKind.SessionStarted:
                    entry.Session = activity.SessionStart;
                    atWork++;
                    break;
                case ActivityKind.VisitStarted:
                    entry.Visit = activity.VisitStart;
                    entry.Skill = live.Release.Skills[activity.VisitStart.Skill].Number;
                    break;
                case ActivityKind.Attempted:
                    entry.Attempts++;
                    entry.Correct += activity.Attempt.Correct ? 1 : 0;
                    attempts++;
                    correct += activity.Attempt.Correct ? 1 : 0;
                    break;
                case ActivityKind.VisitEnded:
                    entry.Visit = null;
                    break;
                case ActivityKind.SessionEnded:
                    entry.Session = null;
                    entry.Visit = null;
                    atWork--;
                    sessions++;
                    break;
                default:
                    break;
            }
        }
    }

    public LiveStatus Status(LiveState state, Instant worldNow, double lagMs, string? error)
    {
        lock (gate)
        {
            return new LiveStatus(
                state, worldNow, students.Count, atWork, attempts, correct, sessions, lagMs, error);
        }
    }

    public LiveStudent? Student(int id)
    {
        lock (gate)
        {
            return students.TryGetValue(id, out var entry) ? entry.View(id) : null;
        }
    }

    public LiveClassroom? Classroom(int id)
    {
        lock (gate)
        {
            var classroom = roster?.Classrooms.FirstOrDefault(c => c.Id == id);
            return classroom is null ? null : View(id, [classroom]);
        }
    }

    public LiveClassroom? Course(int id)
    {
        lock (gate)
        {
            var classrooms = roster?.Classrooms.Where(c => c.Course.Id == id).ToList() ?? [];
            return classrooms.Count == 0 ? null : View(id, classrooms);
        }
    }

    private LiveClassroom View(int id, List<Classroom> classrooms)
    {
        var members = classrooms.SelectMany(c => c.Members).Select(m => m.Student).Distinct().Order()
            .Select(student => students[student].View(student)).ToImmutableArray();
        return new LiveClassroom(
            id, members, members.Count(m => m.AtWork), members.Sum(m => m.Attempts), members.Sum(m => m.Correct),
            [.. members.Where(m => m.Attempts >= StruggleAttempts && m.Correct * 2 < m.Attempts).Select(m => m.Student)]);
    }

    private sealed class Entry
    {
        public AttendanceStatus? Attendance { get; set; }
        public SessionStarted? Session { get; set; }
        public VisitStarted? Visit { get; set; }
        public int Skill { get; set; }
        public int Attempts { get; set; }
        public int Correct { get; set; }

        public LiveStudent View(int id) => new(
            id, Session is not null, Session is { Classroom: >= 0 } school ? school.Classroom : null, Session?.Place,
            Visit?.Container, Visit?.Subject, Visit is null ? null : Skill, Attempts, Correct, Attendance);
    }
}
