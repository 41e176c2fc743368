using Pathfinity.Curriculum;

namespace Pathfinity.Realism;

/// <summary>A part of a log for which statistics are told.</summary>
/// <param name="Kind">By what it is cut.</param>
internal sealed record Cell(string Name, Breakdown Kind, Func<Log, Log> Cut)
{
    public const string Everything = "all";

    /// <summary>Grades 3 to 12, those that public tutoring logs know.</summary>
    public const string Older = "grades 3-12";

    public const string Daily = "daily";
    public const string Supplemental = "supplemental";
    public const string Youngest = "grades PK-2";
    public const string Choice = "choice";
    public const string Open = "open";

    private const byte Grade3 = 4;
    private const byte Unknown = byte.MaxValue;

    /// <summary>Days a school week from which on a student uses the platform daily rather than as a supplement.</summary>
    private const double DailyFrom = 2.5;

    public static readonly Cell[] Cells =
    [
        new(Everything, Breakdown.None, log => log),
        new(Older, Breakdown.None, log => ByGrade(log, Grade3, 13)),
        new(Daily, Breakdown.Regime, log => ByRegime(log, daily: true)),
        new(Supplemental, Breakdown.Regime, log => ByRegime(log, daily: false)),
        new(Youngest, Breakdown.Grades, log => ByGrade(log, 0, 3)),
        new("grades 3-5", Breakdown.Grades, log => ByGrade(log, 4, 6)),
        new("grades 6-8", Breakdown.Grades, log => ByGrade(log, 7, 9)),
        new("grades 9-12", Breakdown.Grades, log => ByGrade(log, 10, 13)),
        new(Choice, Breakdown.Kind, log => ByKind(log, kind => kind is QuestionKind.Choice)),
        new(Open, Breakdown.Kind, log => ByKind(log, kind => kind is QuestionKind.Numeric or QuestionKind.Text)),
    ];

    // A log that names no grades is taken for one of those that public logs know.
    private static Log ByGrade(Log log, int low, int high) => log.Where(
        _ => true, grade => (grade >= low && grade <= high) || (grade == Unknown && low == Grade3 && high == 13), _ => true);

    private static Log ByKind(Log log, Func<QuestionKind, bool> of) => log.Where(
        _ => true, _ => true, attempt => attempt.Kind is { } kind && of(kind));

    private static Log ByRegime(Log log, bool daily)
    {
        var days = ActiveDaysAWeek(log);
        return log.Where(student => days[student] >= DailyFrom == daily && days[student] > 0, _ => true, _ => true);
    }

    /// <summary>For each student, days with work a week, over the weeks in which the log has any.</summary>
    internal static double[] ActiveDaysAWeek(Log log)
    {
        var weeks = Math.Max(1, Weeks.InUse(log).Count);
        var active = new double[log.StudentLimit];
        foreach (var (student, _) in log.Attempts.Select(a => (a.Student, a.Day)).Distinct())
        {
            active[student] += 1.0 / weeks;
        }
        return active;
    }
}

/// <summary>Calendar weeks of a log, by number.</summary>
internal static class Weeks
{
    private const double InUseShare = 0.15;

    /// <summary>The week of a day, Monday to Sunday.</summary>
    public static int Of(int day) => (day + 3) / 7; // 1970-01-01 was a Thursday

    /// <summary>Weeks in which a fair part of the students worked, so no holidays.</summary>
    public static HashSet<int> InUse(Log log)
    {
        var students = log.Attempts.Select(a => (a.Student, Week: Of(a.Day))).Distinct()
            .GroupBy(pair => pair.Week).ToDictionary(week => week.Key, week => week.Count());
        var most = students.Count == 0 ? 0 : students.Values.Max();
        return [.. students.Where(week => week.Value >= InUseShare * most).Select(week => week.Key)];
    }
}
