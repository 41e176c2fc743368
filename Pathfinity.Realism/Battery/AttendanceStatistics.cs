using Pathfinity.Learning;

namespace Pathfinity.Realism;

/// <summary>Who comes to school.</summary>
internal static class AttendanceStatistics
{
    private const int DaysMin = 60;
    private const int AttemptsMin = 60;

    /// <summary>Days that make a share comparable with a school year of 180.</summary>
    private const double SchoolYear = 180;

    public static readonly Statistic[] All =
    [
        new("absence.mean", "Absences", "Share of school days absent.",
            m => Students(m.Log) is { Count: > 0 } own ? own.Average(s => s.Share) : null, Breakdown.Grades,
            new Band(Cell.Everything, 0.04, 0.10, Sources.Attendance)),
        new("absence.dispersion", "Absences cluster in few", "Variance over mean of students' absent days, brought to a year "
            + "of 180 days.",
            m => Students(m.Log) is { Count: >= 30 } own
                ? Moments.Variance([.. own.Select(s => s.Share * SchoolYear)]) / own.Average(s => s.Share * SchoolYear) : null,
            Breakdown.None, new Band(Cell.Everything, 6, 20, Sources.Attendance)),
        new("absence.top.tenth", "The most absent tenth", "Share of all absent days that the most absent tenth has.",
            m => Students(m.Log) is { Count: >= 30 } own ? Moments.TopTenth(own.Select(s => s.Absent)) : null, Breakdown.None,
            new Band(Cell.Everything, 0.25, 0.45, Sources.Attendance)),
        new("absence.chronic", "Chronically absent", "Share of students absent on a tenth of their days or more.",
            m => Students(m.Log) is { Count: >= 30 } own ? own.Count(s => s.Share >= 0.1) / (double)own.Count : null,
            Breakdown.Grades, new Band(Cell.Everything, 0.12, 0.30, Sources.Chronic)),
        new("absence.week.ends", "Mondays and Fridays", "Absence on Mondays and Fridays over that on other days.",
            m => WeekEnds(m.Log), Breakdown.None, new Band(Cell.Everything, 1.03, 1.5, Sources.Weekdays)),
        new("absence.achievement", "Who is absent knows less", "Correlation over students of the share of days absent and of the "
            + "share right, skill means removed.",
            m => Achievement(m.Log), Breakdown.None, new Band(Cell.Everything, -0.50, -0.02, null)),
        new("absence.spell", "Absences come in spells", "Probability of being absent on the school day after an absence, "
            + "over the student's own share of the other days; mean over days.",
            m => Spell(m.Log), Breakdown.None, new Band(Cell.Everything, 2, 12, null)),
        new("absence.halves", "The absent stay the absent", "Correlation over students of absences in the log's first and "
            + "second half.",
            m => Halves(m.Log), Breakdown.None, new Band(Cell.Everything, 0.30, 0.90, Sources.Attendance)),
    ];

    private static List<(double Absent, double Share)> Students(Log log) => Shares(log, DaysMin);

    /// <summary>Absent days of each student with so many school days, and their share.</summary>
    public static List<(double Absent, double Share)> Shares(Log log, int daysMin) =>
    [
        .. log.Attendance.GroupBy(d => d.Student).Where(own => own.Count() >= daysMin).Select(own =>
            ((double)own.Count(IsAbsent), own.Count(IsAbsent) / (double)own.Count())),
    ];

    private static bool IsAbsent(LogAttendance day) => day.Status == AttendanceStatus.Absent;

    private static double? Achievement(Log log)
    {
        var (students, _) = AnsweringStatistics.Means(log);
        var worked = log.Attempts.CountBy(a => a.Student).Where(own => own.Value >= AttemptsMin).Select(own => own.Key).ToHashSet();
        var pairs = log.Attendance.GroupBy(d => d.Student).Where(own => own.Count() >= DaysMin && worked.Contains(own.Key))
            .Select(own => (own.Count(IsAbsent) / (double)own.Count(), students[own.Key])).ToList();
        return pairs.Count < 30 ? null : Moments.Correlation(pairs);
    }

    private static double? WeekEnds(Log log)
    {
        var days = log.Attendance.ToLookup(d => (d.Day + 3) % 7 is 0 or 4, d => IsAbsent(d) ? 1.0 : 0);
        return days[true].Count() < 1000 || days[false].Count() < 1000 ? null : days[true].Average() / days[false].Average();
    }

    private static double? Spell(Log log)
    {
        var (after, expected) = (0.0, 0.0);
        foreach (var own in log.Attendance.GroupBy(d => d.Student).Select(own => own.ToArray()).Where(own => own.Length >= DaysMin))
        {
            var absent = own.Count(IsAbsent);
            for (var i = 1; i < own.Length; i++)
            {
                if (IsAbsent(own[i - 1]))
                {
                    after += IsAbsent(own[i]) ? 1 : 0;
                    expected += (absent - 1.0) / (own.Length - 1);
                }
            }
        }
        return expected < 10 ? null : after / expected;
    }

    private static double? Halves(Log log)
    {
        if (log.Attendance.Length == 0)
        {
            return null;
        }
        var middle = (log.Attendance.Min(d => d.Day) + log.Attendance.Max(d => d.Day)) / 2;
        var halves = log.Attendance.GroupBy(d => d.Student)
            .Select(own => own.ToLookup(d => d.Day > middle, d => IsAbsent(d) ? 1.0 : 0))
            .Where(own => own[false].Count() >= DaysMin / 2 && own[true].Count() >= DaysMin / 2)
            .Select(own => (own[false].Average(), own[true].Average())).ToList();
        return halves.Count < 30 ? null : Moments.Correlation(halves);
    }
}
