namespace Pathfinity.Realism;

/// <summary>When students sit down and when they get up.</summary>
internal static class SittingStatistics
{
    private const int TogetherMin = 5;
    private const long MinuteMs = 60_000;
    private const long HourMs = 60 * MinuteMs;

    public static readonly Statistic[] All =
    [
        new("session.bell", "Sessions end with the bell", "Share of a class's sessions on a day (five or more together) that "
            + "end within two minutes of their median end.",
            m => Together(m.Log, session => session.EndedAt, within: 2 * MinuteMs), Breakdown.Grades,
            new Band(Cell.Everything, 0.45, 0.98, Sources.Sessions)),
        new("session.wave", "Classes start in waves", "Median over such groups of the standard deviation of their starts, in "
            + "seconds.",
            m => Wave(m.Log), Breakdown.Grades, new Band(Cell.Everything, 20, 300, Sources.Sessions)),
        new("session.days", "No day is like another", "Coefficient of variation over days of the median length of a class's "
            + "sessions; median over classes with ten such days.",
            m => Days(m.Log), Breakdown.None, new Band(Cell.Older, 0.08, 0.80, null)),
        new("session.together", "Nobody leaves in step", "Share of such sessions that end in the very second in which five or "
            + "more of the class end.",
            m => InStep(m.Log), Breakdown.None, new Band(Cell.Everything, 0, 0.10, null)),
        new("session.comb", "The same hour, day after day", "Share of a student's sessions that start within ten minutes of "
            + "the student's most common time of day; median over students with ten.",
            m => Comb(m.Log), Breakdown.Regime, new Band(Cell.Everything, 0.20, 1, Sources.Sessions)),
        new("session.attempts", "Attempts in a session", "Median attempts of a session with any.",
            m => Moments.Median(Sat(m.Log).Select(s => (double)s.Attempts)), Breakdown.Regime | Breakdown.Grades,
            new Band(Cell.Older, 5, 40, "ASSISTments 2009 and 2012")),
        new("session.minutes", "Length of a session, minutes", "Median length of a session with attempts.",
            m => Moments.Median(Sat(m.Log).Select(s => s.Minutes)), Breakdown.Regime | Breakdown.Grades,
            new(Cell.Older, 10, 50, null), new(Cell.Youngest, 8, 20, null)),
        new("session.not.lognormal", "Lengths are cut, not log-normal", "Skewness of ln minutes of sessions with attempts; a "
            + "bell cuts the right tail and makes it negative.",
            m => Moments.Skewness([.. Sat(m.Log).Where(s => s.Minutes > 0.5).Select(s => Math.Log(s.Minutes))]),
            Breakdown.Regime, new Band(Cell.Older, -4, -0.3, Sources.Sessions)),
        new("time.outside", "Work outside school hours", "Share of attempts at the weekend, before seven or from four in the "
            + "afternoon on.",
            m => Moments.Ratio(m.Log.Attempts.Count(Outside), m.Log.Attempts.Length), Breakdown.Regime | Breakdown.Grades,
            new Band(Cell.Everything, 0.01, 0.40, Sources.Sessions)),
        new("time.late", "The young are in bed", "Share of attempts from 20:15 to five in the morning.",
            m => Moments.Ratio(m.Log.Attempts.Count(Late), m.Log.Attempts.Length), Breakdown.Grades,
            new Band(Cell.Youngest, 0, 0.005, Sources.Bedtime)),
        new("week.weekend", "Weekends are quiet", "Attempts on a weekend day over those on a weekday.",
            m => Weekend(m.Log), Breakdown.Regime, new Band(Cell.Everything, 0.01, 0.35, Sources.Sessions)),
        new("week.rhythm", "The week repeats", "Autocorrelation at seven days of the log's attempts a day, weekends included.",
            m => Rhythm(m.Log), Breakdown.Regime,
            new Band(Cell.Everything, 0.35, 0.98, "weekly rhythm of learning platforms (ASSISTments, Khan Academy, EdNet)")),
        new("return.week", "Back within a week", "Share of sessions, but a student's last, followed by another within seven "
            + "days, in weeks of school.",
            m => Back(m.Log), Breakdown.Regime, new Band(Cell.Everything, 0.60, 0.99, null)),
        new("week.idle", "Idle weeks", "Share of weeks of school between a student's first and last without work.",
            m => Idle(m.Log), Breakdown.Regime | Breakdown.Grades, new Band(Cell.Everything, 0.03, 0.60, null)),
        new("dose.spread", "Classes use it daily or hardly", "Ninth over first decile of students' days with work a week.",
            m => Dose(m.Log), Breakdown.Grades, new Band(Cell.Everything, 2.5, 60, Sources.Dosage)),
        new("leaving", "Leaving before the end", "Share of students whose last work lies five weeks of school or more before "
            + "the log's last.",
            m => Leaving(m.Log), Breakdown.Regime, new Band(Cell.Everything, 0.01, 0.30, null)),
    ];

    private static IEnumerable<LogSession> Sat(Log log) => log.Sessions.Where(s => s.Attempts > 0);

    /// <summary>Sessions of a class that began in the same two hours of a day.</summary>
    public static IEnumerable<List<LogSession>> Groups(Log log) => log.Sessions
        .Where(s => s.Classroom >= 0 && s.AtHome != true)
        .GroupBy(s => (s.Classroom, s.Day, Hour: s.StartedAt / (2 * HourMs)))
        .Select(own => own.ToList()).Where(own => own.Count >= TogetherMin);

    private static double? Together(Log log, Func<LogSession, long> moment, long within)
    {
        var (near, all) = (0, 0);
        foreach (var group in Groups(log))
        {
            var median = Moments.Median(group.Select(s => (double)moment(s)))!.Value;
            near += group.Count(s => Math.Abs(moment(s) - median) <= within);
            all += group.Count;
        }
        return all < 100 ? null : (double)near / all;
    }

    public static double? Wave(Measures m) => Wave(m.Log);

    private static double? Wave(Log log) => Groups(log).ToList() is { Count: >= 10 } groups
        ? Moments.Median(groups.Select(group => Moments.Deviation([.. group.Select(s => s.StartedAt / 1000.0)])!.Value))
        : null;

    private static double? Days(Log log)
    {
        var spreads = Groups(log)
            .GroupBy(group => group[0].Classroom, group => Moments.Median(group.Select(s => s.Minutes))!.Value)
            .Where(days => days.Count() >= 10).Select(days => Moments.Deviation([.. days])!.Value / days.Average()).ToList();
        return spreads.Count < 5 ? null : Moments.Median(spreads);
    }

    private static double? InStep(Log log)
    {
        var groups = Groups(log).ToList();
        var inStep = groups.Sum(group => group.CountBy(s => s.EndedAt / 1000).Sum(end => end.Value >= TogetherMin ? end.Value : 0));
        return groups.Count < 20 ? null : (double)inStep / groups.Sum(group => group.Count);
    }

    private static double? Comb(Log log) => log.Sessions.GroupBy(s => s.Student)
        .Select(own => own.Select(s => s.StartedAt % Log.DayMs).Order().ToArray()).Where(own => own.Length >= 10)
        .Select(times => times.Max(t => times.Count(u => Math.Abs(u - t) <= 10 * MinuteMs)) / (double)times.Length).ToList()
        is { Count: >= 10 } shares ? Moments.Median(shares) : null;

    private static bool IsWeekend(int day) => (day + 3) % 7 >= 5;

    private static bool Outside(LogAttempt a)
    {
        var hour = a.AnsweredAt % Log.DayMs / HourMs;
        return IsWeekend(a.Day) || hour < 7 || hour >= 16;
    }

    private static bool Late(LogAttempt a)
    {
        var minute = a.AnsweredAt % Log.DayMs / MinuteMs;
        return minute >= (20 * 60) + 15 || minute < 5 * 60;
    }

    private static double? Weekend(Log log)
    {
        var (weeks, weekend, week) = (Weeks.InUse(log), 0.0, 0.0);
        foreach (var a in log.Attempts.Where(a => weeks.Contains(Weeks.Of(a.Day))))
        {
            (weekend, week) = IsWeekend(a.Day) ? (weekend + 1, week) : (weekend, week + 1);
        }
        return week < 500 ? null : weekend / 2 / (week / 5);
    }

    private static double? Rhythm(Log log)
    {
        if (log.Attempts.Length == 0)
        {
            return null;
        }
        var (first, last) = (log.Attempts.Min(a => a.Day), log.Attempts.Max(a => a.Day));
        var counts = new double[last - first + 1];
        foreach (var a in log.Attempts)
        {
            counts[a.Day - first]++;
        }
        return counts.Length < 28 ? null : Moments.Correlation([.. counts.Skip(7).Zip(counts)]);
    }

    private static double? Back(Log log)
    {
        var weeks = Weeks.InUse(log);
        var (back, all) = (0, 0);
        for (var i = 1; i < log.Sessions.Length; i++)
        {
            var (session, next) = (log.Sessions[i - 1], log.Sessions[i]);
            if (session.Student == next.Student && weeks.Contains(Weeks.Of(session.Day)) && weeks.Contains(Weeks.Of(session.Day) + 1))
            {
                all++;
                back += next.StartedAt - session.StartedAt <= 7 * Log.DayMs ? 1 : 0;
            }
        }
        return all < 200 ? null : (double)back / all;
    }

    private static double? Idle(Log log)
    {
        var weeks = Weeks.InUse(log);
        var (idle, all) = (0, 0);
        foreach (var own in log.Attempts.GroupBy(a => a.Student))
        {
            var active = own.Select(a => Weeks.Of(a.Day)).ToHashSet();
            var between = weeks.Where(week => week >= active.Min() && week <= active.Max()).ToList();
            all += between.Count;
            idle += between.Count(week => !active.Contains(week));
        }
        return all < 200 ? null : (double)idle / all;
    }

    private static double? Dose(Log log)
    {
        var days = Cell.ActiveDaysAWeek(log).Where(d => d > 0).ToList();
        return days.Count < 30 ? null : Moments.Quantile(days, 0.9) / Moments.Quantile(days, 0.1);
    }

    private static double? Leaving(Log log)
    {
        var weeks = Weeks.InUse(log).Order().ToList();
        var students = log.Attempts.GroupBy(a => a.Student).Select(own => Weeks.Of(own.Max(a => a.Day))).ToList();
        return weeks.Count < 20 || students.Count < 30 ? null : students.Count(last => last < weeks[^5]) / (double)students.Count;
    }
}
