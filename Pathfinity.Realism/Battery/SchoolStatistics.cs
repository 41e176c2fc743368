namespace Pathfinity.Realism;

/// <summary>What school, family and season do, as far as a log shows it.</summary>
internal static class SchoolStatistics
{
    private const int StudentsMin = 30;
    private const double RollShare = 0.9;
    private const int DaysMin = 90;

    public static readonly Statistic[] All =
    [
        new("absence.winter", "Winter keeps at home", "Share of school days absent from December to February over that in "
            + "September and October.",
            m => Winter(m.Log), Breakdown.None, new Band(Cell.Everything, 1.01, 2.2, null)),
        new("roster.mobility", "Coming and leaving", "Share of students on the roll for less than nine tenths of the log's school "
            + "days, of at least ninety.",
            m => Mobility(m.Log), Breakdown.None, new Band(Cell.Everything, 0.03, 0.30, null)),
        new("school.closed", "Closed in winter", "Weekdays from December to March, in weeks with school, on which nobody had "
            + "school; holidays and snow.",
            m => Closed(m.Log), Breakdown.None, new Band(Cell.Everything, 2, 16, null)),
        new("teachers.act", "Teachers act", "Interventions for each student in a school year of 180 days.",
            m => m.Log.Care.Count(c => c.ByTeacher) is > 0 and var acts && m.Log.Attendance.Length > 0
                ? acts * 180.0 / m.Log.Attendance.Length : null,
            Breakdown.Grades, new Band(Cell.Everything, 0.5, 15, null)),
        new("teachers.select", "Help goes to the weak", "Correlation over students of interventions and share right (skill means "
            + "removed).",
            m => Selection(m.Log), Breakdown.Grades, new Band(Cell.Everything, -0.85, -0.10, null)),
        new("guardians.look", "Guardians look", "Share of students whose guardian ever looked at the portal.",
            m => m.Log.Care.Any(c => !c.ByTeacher)
                ? m.Log.Care.Where(c => !c.ByTeacher).Select(c => c.Student).Distinct().Count() / (double)m.Log.Students : null,
            Breakdown.Grades, new Band(Cell.Everything, 0.40, 0.80, null)),
    ];

    private static bool Absent(LogAttendance day) => day.Status == Learning.AttendanceStatus.Absent;

    private static int Month(int day) => Simulation.SchoolCalendar.Date(day).Month;

    private static double? Winter(Log log)
    {
        var months = log.Attendance.ToLookup(d => Month(d.Day) switch { 12 or 1 or 2 => 1, 9 or 10 => 0, _ => -1 }, d => Absent(d) ? 1.0 : 0);
        return months[0].Count() < 1000 || months[1].Count() < 1000 || months[0].Average() == 0
            ? null : months[1].Average() / months[0].Average();
    }

    private static double? Mobility(Log log)
    {
        var days = log.Attendance.Select(d => d.Day).Distinct().Count();
        var students = log.Attendance.GroupBy(d => d.Student).Select(own => own.Count()).ToList();
        return days < DaysMin || students.Count < StudentsMin ? null : students.Count(own => own < RollShare * days) / (double)students.Count;
    }

    private static double? Closed(Log log)
    {
        var days = log.Attendance.Select(d => d.Day).Where(day => Month(day) is 12 or 1 or 2 or 3).ToHashSet();
        if (days.Select(Month).Distinct().Count() < 4)
        {
            return null;
        }
        var weeks = days.Select(Weeks.Of).ToHashSet();
        return Enumerable.Range(days.Min(), days.Max() - days.Min() + 1)
            .Count(day => (day + 3) % 7 < 5 && weeks.Contains(Weeks.Of(day)) && !days.Contains(day));
    }

    private static double? Selection(Log log)
    {
        var acts = log.Care.Where(c => c.ByTeacher).CountBy(c => c.Student).ToDictionary(own => own.Key, own => own.Value);
        var (students, _) = AnsweringStatistics.Means(log);
        var own = log.Attempts.CountBy(a => a.Student).Where(s => s.Value >= 50)
            .Select(s => ((double)acts.GetValueOrDefault(s.Key), students[s.Key])).ToList();
        return acts.Count == 0 || own.Count < StudentsMin ? null : Moments.Correlation(own);
    }
}
