using Pathfinity.Curriculum;
using Pathfinity.Learning;

namespace Pathfinity.Realism;

/// <summary>One question answered once, with what came before it. Times are local civil milliseconds since 1970.</summary>
public record struct LogAttempt
{
    public int Student { get; init; }
    public int Skill { get; init; }
    public int Question { get; init; }
    public long Session { get; init; }

    /// <summary>-1 when the log does not say.</summary>
    public int Classroom { get; init; }

    public Subject Subject { get; init; }

    /// <summary>The skill's grade by ordinal; 255 when the log does not say.</summary>
    public byte Grade { get; init; }

    /// <summary>The step of the journey; -1 when the log does not say.</summary>
    public long Visit { get; init; }

    /// <summary>None when the log does not say.</summary>
    public Container? Container { get; init; }

    /// <summary>None when the log does not say.</summary>
    public QuestionKind? Kind { get; init; }

    /// <summary>Number of options; 0 when the answer is open or the log does not say.</summary>
    public byte Options { get; init; }

    public long AnsweredAt { get; init; }
    public int ResponseMs { get; init; }
    public bool Correct { get; init; }
    public byte Hints { get; init; }

    /// <summary>Which answer it was, 0 the right one; -1 when the log does not say, 255 one that nobody foresaw.</summary>
    public short Response { get; init; }

    /// <summary>How many times the student has met the skill with this one, from 1.</summary>
    public int Opportunity { get; internal set; }

    /// <summary>Right attempts of the student at the skill before.</summary>
    public int Wins { get; internal set; }

    /// <summary>Days from the student's answer at the skill before until the question was shown; below 0 for the first.</summary>
    public float GapDays { get; internal set; }

    /// <summary>Place in the session, from 0.</summary>
    public int Position { get; internal set; }

    public readonly int Fails => Opportunity - 1 - Wins;

    public readonly int Day => (int)(AnsweredAt / Log.DayMs);

    public readonly double Seconds => ResponseMs / 1000.0;
}

/// <summary>One sitting. Times are local civil milliseconds since 1970.</summary>
/// <param name="Classroom">-1 at home, or when the log does not say.</param>
/// <param name="AtHome">None when the log does not say.</param>
public readonly record struct LogSession(
    long Id, int Student, int Classroom, bool? AtHome, byte Grade, long StartedAt, long EndedAt, int Attempts)
{
    public int Day => (int)(StartedAt / Log.DayMs);

    public double Minutes => (EndedAt - StartedAt) / 60_000.0;
}

/// <summary>One school day of a student.</summary>
/// <param name="Grade">By ordinal; 255 when the log does not say.</param>
public readonly record struct LogAttendance(int Student, int Day, byte Grade, AttendanceStatus Status);

/// <summary>One career of the day.</summary>
/// <param name="Position">Where it stood in the list shown; 0 to 2 recommended, 3 a favourite again.</param>
/// <param name="Fit">How well it fitted the student's interests, 0 to 1; none when the work was never begun.</param>
public readonly record struct LogCareer(int Student, int Day, byte Grade, int Career, byte Position, double? Fit);

/// <summary>A benchmark that counts, in points of its scale.</summary>
/// <param name="Window">1 autumn, 2 winter, 3 spring.</param>
/// <param name="Classroom">-1 when the log does not say.</param>
public readonly record struct LogBenchmark(
    int Student, int Day, byte Grade, Subject Subject, byte Window, int Classroom, double Score, double Error);

/// <summary>What somebody else did about a student.</summary>
/// <param name="ByTeacher">By a teacher: an intervention. Else a guardian looked at the portal.</param>
public readonly record struct LogCare(int Student, int Day, byte Grade, bool ByTeacher);

/// <summary>
/// What students did, whatever it was read from: attempts by student and time, sessions, school days and careers, each
/// in order of student and time. Students and skills count from 0 without gaps.
/// </summary>
public sealed class Log
{
    public const long DayMs = 86_400_000;

    internal Log(
        LogAttempt[] attempts, LogSession[] sessions, LogAttendance[] attendance, LogCareer[] careers,
        LogBenchmark[]? benchmarks = null, LogCare[]? care = null, IReadOnlyDictionary<int, int[]>? parents = null,
        int[]? studentNames = null, int[]? skillNames = null)
    {
        (Benchmarks, Care, Parents) = (benchmarks ?? [], care ?? [], parents ?? new Dictionary<int, int[]>());
        (StudentNames, SkillNames) = (studentNames ?? [], skillNames ?? []);
        Attempts = attempts;
        Sessions = sessions;
        Attendance = attendance;
        Careers = careers;
        Students = attempts.Select(a => a.Student).Distinct().Count();
        StudentLimit = Math.Max(
            attempts.Length == 0 ? 0 : attempts[^1].Student + 1, attendance.Length == 0 ? 0 : attendance[^1].Student + 1);
        SkillLimit = attempts.Length == 0 ? 0 : attempts.Max(a => a.Skill) + 1;
    }

    public IReadOnlyList<LogAttempt> All => Attempts;

    /// <summary>Students with attempts.</summary>
    public int Students { get; }

    internal LogAttempt[] Attempts { get; }
    internal LogSession[] Sessions { get; }
    internal LogAttendance[] Attendance { get; }
    internal LogCareer[] Careers { get; }
    internal LogBenchmark[] Benchmarks { get; }
    internal LogCare[] Care { get; }

    /// <summary>For a skill that rests on others, those; empty where the log does not say.</summary>
    internal IReadOnlyDictionary<int, int[]> Parents { get; }

    /// <summary>What the students were called where the log comes from.</summary>
    internal int[] StudentNames { get; }

    /// <summary>What the skills were called where the log comes from.</summary>
    internal int[] SkillNames { get; }

    /// <summary>Above every student's number.</summary>
    internal int StudentLimit { get; }

    /// <summary>Above every skill's number.</summary>
    internal int SkillLimit { get; }

    /// <summary>The part that a cell of the battery looks at; what came before an attempt stays as it was.</summary>
    internal Log Where(Func<int, bool> student, Func<byte, bool> grade, Func<LogAttempt, bool> attempt) => new(
        [.. Attempts.Where(a => student(a.Student) && grade(a.Grade) && attempt(a))],
        [.. Sessions.Where(s => student(s.Student) && grade(s.Grade))],
        [.. Attendance.Where(d => student(d.Student) && grade(d.Grade))],
        [.. Careers.Where(c => student(c.Student) && grade(c.Grade))],
        [.. Benchmarks.Where(b => student(b.Student) && grade(b.Grade))],
        [.. Care.Where(c => student(c.Student) && grade(c.Grade))], Parents, StudentNames, SkillNames);

    /// <summary>About so many attempts of every n-th student, so that each one's history is whole.</summary>
    internal LogAttempt[] Sample(int attemptsMax)
    {
        var every = Math.Max(1, (Attempts.Length + attemptsMax - 1) / attemptsMax);
        return every == 1 ? Attempts : Array.FindAll(Attempts, a => a.Student % every == 0);
    }

    /// <summary>Runs of attempts of one student at one skill, in order of time.</summary>
    internal IEnumerable<LogAttempt[]> Sequences()
    {
        var runs = new Dictionary<int, List<LogAttempt>>();
        for (var i = 0; i < Attempts.Length; i++)
        {
            if (!runs.TryGetValue(Attempts[i].Skill, out var run))
            {
                runs.Add(Attempts[i].Skill, run = []);
            }
            run.Add(Attempts[i]);
            if (i + 1 == Attempts.Length || Attempts[i + 1].Student != Attempts[i].Student)
            {
                foreach (var skill in runs.Keys.Order())
                {
                    yield return [.. runs[skill]];
                }
                runs.Clear();
            }
        }
    }
}
