namespace Pathfinity.Realism;

/// <summary>Brings what was read into order and adds to each attempt what came before it.</summary>
internal sealed class LogBuilder
{
    private const long SessionGapMs = 30 * 60_000;

    public List<LogAttempt> Attempts { get; } = [];
    public List<LogSession> Sessions { get; } = [];
    public List<LogAttendance> Attendance { get; } = [];
    public List<LogCareer> Careers { get; } = [];
    public List<LogBenchmark> Benchmarks { get; } = [];
    public List<LogCare> Care { get; } = [];

    /// <summary>Skills that another rests on, as they are called where the log comes from.</summary>
    public Dictionary<int, int[]> Parents { get; } = [];

    public Log Build()
    {
        var students = Numbers(Attempts.Select(a => a.Student).Concat(Attendance.Select(d => d.Student)));
        var skills = Numbers(Attempts.Select(a => a.Skill));
        LogAttempt[] attempts =
        [
            .. Attempts.Select(a => a with { Student = students[a.Student], Skill = skills[a.Skill] })
                .OrderBy(a => a.Student).ThenBy(a => a.AnsweredAt),
        ];
        CutSessions(attempts);
        Remember(attempts);
        var known = Sessions.Where(s => students.ContainsKey(s.Student)).Select(s => s with { Student = students[s.Student] });
        return new Log(
            attempts,
            [.. (Sessions.Count > 0 ? known : Found(attempts)).OrderBy(s => s.Student).ThenBy(s => s.StartedAt)],
            [.. Attendance.Select(d => d with { Student = students[d.Student] }).OrderBy(d => d.Student).ThenBy(d => d.Day)],
            [.. Careers.Where(c => students.ContainsKey(c.Student)).Select(c => c with { Student = students[c.Student] })
                .OrderBy(c => c.Student).ThenBy(c => c.Day)],
            [.. Benchmarks.Where(b => students.ContainsKey(b.Student)).Select(b => b with { Student = students[b.Student] })
                .OrderBy(b => b.Student).ThenBy(b => b.Day)],
            [.. Care.Where(c => students.ContainsKey(c.Student)).Select(c => c with { Student = students[c.Student] })
                .OrderBy(c => c.Student).ThenBy(c => c.Day)],
            Parents.Where(pair => skills.ContainsKey(pair.Key)).ToDictionary(
                pair => skills[pair.Key], pair => pair.Value.Where(skills.ContainsKey).Select(skill => skills[skill]).ToArray()),
            Names(students), Names(skills));
    }

    private static Dictionary<int, int> Numbers(IEnumerable<int> values) =>
        values.Distinct().Order().Select((value, i) => (value, i)).ToDictionary(pair => pair.value, pair => pair.i);

    private static int[] Names(Dictionary<int, int> numbers) =>
        [.. numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)];

    /// <summary>Where the log names no sessions, half an hour without an answer ends one.</summary>
    private static void CutSessions(LogAttempt[] attempts)
    {
        var session = 0L;
        for (var i = 0; i < attempts.Length; i++)
        {
            if (attempts[i].Session >= 0)
            {
                continue;
            }
            if (i == 0 || attempts[i].Student != attempts[i - 1].Student
                || attempts[i].AnsweredAt - attempts[i].ResponseMs - attempts[i - 1].AnsweredAt > SessionGapMs)
            {
                session++;
            }
            attempts[i] = attempts[i] with { Session = session };
        }
    }

    private static void Remember(LogAttempt[] attempts)
    {
        var met = new Dictionary<int, (int Opportunity, int Wins, long At)>();
        var position = 0;
        for (var i = 0; i < attempts.Length; i++)
        {
            ref var attempt = ref attempts[i];
            var first = i == 0 || attempts[i - 1].Student != attempt.Student;
            if (first)
            {
                met.Clear();
            }
            position = first || attempts[i - 1].Session != attempt.Session ? 0 : position + 1;
            var (opportunity, wins, at) = met.GetValueOrDefault(attempt.Skill);
            attempt.Opportunity = opportunity + 1;
            attempt.Wins = wins;
            attempt.GapDays = opportunity == 0
                ? -1 : Math.Max(0, attempt.AnsweredAt - attempt.ResponseMs - at) / (float)Log.DayMs;
            attempt.Position = position;
            met[attempt.Skill] = (opportunity + 1, wins + (attempt.Correct ? 1 : 0), attempt.AnsweredAt);
        }
    }

    private static IEnumerable<LogSession> Found(LogAttempt[] attempts)
    {
        for (int from = 0, to; from < attempts.Length; from = to)
        {
            to = from + 1;
            while (to < attempts.Length && attempts[to].Session == attempts[from].Session
                && attempts[to].Student == attempts[from].Student)
            {
                to++;
            }
            var first = attempts[from];
            yield return new LogSession(
                first.Session, first.Student, first.Classroom, null, first.Grade, first.AnsweredAt - first.ResponseMs,
                attempts[to - 1].AnsweredAt, to - from);
        }
    }
}
