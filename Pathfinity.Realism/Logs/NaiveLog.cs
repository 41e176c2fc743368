using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Realism;

/// <summary>
/// The negative control: what a script writes that fills a database with plausible-looking rows. Every column alone
/// looks right; nothing hangs together. The battery must refuse it.
/// </summary>
public static class NaiveLog
{
    private const int Days = 280;
    private const int SkillsOfGrade = 120;
    private const int QuestionsOfSkill = 20;
    private const int Options = 4;
    private const long HourMs = 3_600_000;

    /// <param name="students">As many as the world that it is a control of.</param>
    public static Log Make(long seed, int students)
    {
        var builder = new LogBuilder();
        var dice = Dice.Of((ulong)seed).Fork("naive");
        for (var student = 0; student < students; student++)
        {
            var die = dice.Fork(student);
            var grade = Grade.FromOrdinal(student * Grade.Count / students);
            for (var day = 0; day < Days; day++)
            {
                builder.Attendance.Add(new LogAttendance(student, FirstDay + day, grade.Ordinal,
                    die.Fork("absent").Fork(day).Chance(0.06) ? AttendanceStatus.Absent : AttendanceStatus.Present));
                if (die.Fork("day").Fork(day).Chance(0.4))
                {
                    Sit(builder, die.Fork("session").Fork(day), student, grade, FirstDay + day);
                }
            }
        }
        return builder.Build();
    }

    private const int FirstDay = 20_680; // 2026-08-15

    private static void Sit(LogBuilder builder, Dice die, int student, Grade grade, int day)
    {
        var at = (day * Log.DayMs) + (8 * HourMs) + (long)(12 * HourMs * die.Fork("start").Unit);
        var start = at;
        var session = ((long)student << 32) | (uint)day;
        var count = 1 + (int)die.Fork("length").LogNormal(2.4, 0.5);
        for (var i = 0; i < count; i++)
        {
            var own = die.Fork(i);
            var skill = (grade.Ordinal * SkillsOfGrade) + own.Fork("skill").Below(SkillsOfGrade);
            var time = (int)(1000 * Math.Max(1, 20 + (6 * own.Fork("time").Normal())));
            var correct = own.Fork("right").Chance(0.65);
            at += time;
            builder.Attempts.Add(new LogAttempt
            {
                Student = student, Skill = skill, Session = session, Classroom = student / 20,
                Question = (skill * QuestionsOfSkill) + own.Fork("question").Below(QuestionsOfSkill),
                Subject = (Subject)(skill % Subjects.All.Count), Grade = grade.Ordinal, Kind = QuestionKind.Choice,
                Options = Options, AnsweredAt = at, ResponseMs = time, Correct = correct,
                Hints = own.Fork("hint").Chance(0.1) ? (byte)(1 + own.Fork("hints").Below(3)) : (byte)0,
                Response = correct ? (short)0 : (short)(1 + own.Fork("wrong").Below(Options - 1)),
            });
        }
        builder.Sessions.Add(new LogSession(session, student, student / 20, false, grade.Ordinal, start, at, count));
        builder.Careers.Add(new LogCareer(student, day, grade.Ordinal, die.Fork("career").Below(100), (byte)die.Fork("place").Below(12), null));
    }
}
