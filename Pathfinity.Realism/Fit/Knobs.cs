namespace Pathfinity.Realism;

/// <summary>The constants of the model that a log can tell.</summary>
internal static class Knobs
{
    private const string Answers = "answers";
    private const string Questions = "question_id";
    private const string Times = "response_ms";
    private const string Help = "hints";
    private const string Days = "attendance.csv";
    private const string Places = "sessions.csv";
    private const double RapidSeconds = 3;
    private const double GamingShare = 0.08;

    public static readonly Knob[] All =
    [
        new("intercept", "ease", Answers, Answer.Difference, -3, 4, m => Logit(m.Accuracy(a => a.Opportunity == 1)),
            p => p.Intercept, (p, v) => p with { Intercept = v }),
        new("ability_deviation_of_student", "spread of ability", Answers, Answer.Ratio, 0.1, 2.5, m => m.Factors?.StudentDeviation,
            p => p.AbilityDeviationOfStudent, (p, v) => p with { AbilityDeviationOfStudent = v }),
        new("skill_deviation", "spread of skills", Answers, Answer.Ratio, 0.1, 3, m => m.Factors?.SkillDeviation,
            p => p.SkillDeviation, (p, v) => p with { SkillDeviation = v }),
        new("item_deviation", "spread of questions", Questions, Answer.Ratio, 0.1, 3,
            m => Asked(m) ? m.Circumstances?.QuestionDeviation : null, p => p.ItemDeviation, (p, v) => p with { ItemDeviation = v }),
        new("student_skill_deviation", "a student's own weak skills", Answers, Answer.Ratio, 0.05, 2, m => m.Circumstances?.PairDeviation,
            p => p.StudentSkillDeviation, (p, v) => p with { StudentSkillDeviation = v }),
        new("skill_rate_median", "learning", Answers, Answer.Ratio, 0.05, 3, m => m.Factors?.Rate,
            p => p.SkillRateMedian, (p, v) => p with { SkillRateMedian = v }),
        new("forgetting_exponent", "forgetting", Answers, Answer.Difference, 0, 1, m => -m.Circumstances?.Forgetting,
            p => p.ForgettingExponent, (p, v) => p with { ForgettingExponent = v }),
        new("first_item_of_session", "warm-up", Answers, Answer.Difference, -2, 0.5, m => m.Circumstances?.FirstItem,
            p => p.FirstItemOfSession, (p, v) => p with { FirstItemOfSession = v }),
        new("response_log_mean", "pace", Times, Answer.Difference, 0, 6, m => Log(Moments.Median(Timed(m))),
            p => p.ResponseLogMean, (p, v) => p with { ResponseLogMean = v }),
        new("pace_deviation", "spread of pace", Times, Answer.Ratio, 0.02, 1.5, m => m.Times?.StudentDeviation,
            p => p.PaceDeviation, (p, v) => p with { PaceDeviation = v }),
        new("item_time_deviation", "spread of questions' time", Questions, Answer.Ratio, 0.05, 2,
            m => Asked(m) ? m.Times?.QuestionDeviation : null, p => p.ItemTimeDeviation, (p, v) => p with { ItemTimeDeviation = v }),
        new("time_wander", "wandering pace", Times, Answer.Ratio, 0.05, 2, m => m.Times?.RestDeviation,
            p => p.TimeWander, (p, v) => p with { TimeWander = v }),
        new("time_memory", "slow follows slow", Times, Answer.Difference, 0, 0.95, m => m.Times?.Lag1,
            p => p.TimeMemory, (p, v) => p with { TimeMemory = v }),
        new("time_of_wrong", "wrong takes longer", Times, Answer.Difference, -1, 1.5, m => Log(m.Times?.WrongRatio),
            p => p.TimeOfWrong, (p, v) => p with { TimeOfWrong = v }),
        new("gamer_share", "guess habits: students who game", Times, Answer.Difference, 0, 0.6, m => Gamers(m),
            p => p.GamerShare, (p, v) => p with { GamerShare = v }),
        new("rapid_rate", "guess habits: the others' rapid guesses", Times, Answer.Ratio, 0.0005, 0.3, Rapid,
            p => p.RapidRate, (p, v) => p with { RapidRate = v }),
        new("hint_abstainer_share", "hint habits: students who never ask", Help, Answer.Difference, 0, 1, Abstainers,
            p => p.HintAbstainerShare, (p, v) => p with { HintAbstainerShare = v }),
        new("absence_mean", "absence", Days, Answer.Ratio, 0.002, 0.4, m => Absence(m, s => s.Mean),
            p => p.AbsenceMean, (p, v) => p with { AbsenceMean = v }),
        new("absence_shape", "how few hold the absences", Days, Answer.Ratio, 0.1, 20, m => Absence(m, s => s.Shape),
            p => p.AbsenceShape, (p, v) => p with { AbsenceShape = v }),
        new("home_user_share", "engagement: work at home", Places, Answer.Difference, 0, 1, m => Home(m)?.Users,
            p => p.HomeUserShare, (p, v) => p with { HomeUserShare = v }),
        new("home_rate_log_mean", "engagement: how often at home", Places, Answer.Difference, -6, 2, m => Log(Home(m)?.Rate),
            p => p.HomeRateLogMean, (p, v) => p with { HomeRateLogMean = v }),
        new("home_minutes_median", "how long at home", Places, Answer.Ratio, 2, 100, m => Home(m)?.Minutes,
            p => p.HomeMinutesMedian, (p, v) => p with { HomeMinutesMedian = v }),
        new("arrival_seconds", "session timing: how a class starts", Places, Answer.Ratio, 5, 1200, SittingStatistics.Wave,
            p => p.ArrivalSeconds, (p, v) => p with { ArrivalSeconds = v }),
    ];

    private static double? Logit(double? share) => share is { } p ? Moments.Logit(p) : null;

    private static double? Log(double? value) => value is { } v && v > 0 ? Math.Log(v) : null;

    private static bool Asked(Measures m) => m.Log.Attempts.Any(a => a.Question >= 0) && m.Log.Attempts[0].Question >= 0;

    private static IEnumerable<double> Timed(Measures m) =>
        m.Log.Attempts.Where(a => a.Seconds > RapidSeconds && a.Hints == 0).Select(a => a.Seconds);

    private static List<double> RapidShares(Measures m) => m.Log.Attempts.All(a => a.ResponseMs == 0) ? [] :
    [
        .. m.Log.Attempts.GroupBy(a => a.Student).Where(own => own.Count() >= 30)
            .Select(own => own.Count(a => a.Seconds < RapidSeconds) / (double)own.Count()),
    ];

    private static double? Gamers(Measures m) =>
        RapidShares(m) is { Count: >= 20 } shares ? shares.Count(s => s >= GamingShare) / (double)shares.Count : null;

    private static double? Rapid(Measures m) =>
        RapidShares(m).Where(s => s < GamingShare).ToList() is { Count: >= 20 } shares ? shares.Average() : null;

    private static double? Abstainers(Measures m) => m.Log.Attempts.All(a => a.Hints == 0) ? null
        : m.Log.Attempts.GroupBy(a => a.Student).Where(own => own.Count() >= 50).ToList() is { Count: >= 20 } own
            ? own.Count(s => s.All(a => a.Hints == 0)) / (double)own.Count : null;

    private static double? Absence(Measures m, Func<(double Mean, double Shape), double> of)
    {
        var students = AttendanceStatistics.Shares(m.Log, daysMin: 20);
        if (students.Count < 20 || students.Average(s => s.Share) is not (> 0 and var mean))
        {
            return null;
        }
        // What days alone scatter is taken off; spells make it a little more than a coin's.
        var noise = students.Average(s => 1.8 * s.Share * (1 - s.Share) / (s.Absent / Math.Max(s.Share, 1e-9)));
        var between = Math.Max(1e-5, (Moments.Variance([.. students.Select(s => s.Share)]) ?? 0) - (double.IsFinite(noise) ? noise : 0));
        return of((mean, mean * mean / between));
    }

    private static (double Users, double Rate, double Minutes)? Home(Measures m)
    {
        var sessions = m.Log.Sessions;
        if (!Array.Exists(sessions, s => s.AtHome is not null) || m.Log.Students < 20)
        {
            return null;
        }
        var days = Math.Max(1, sessions.Max(s => s.Day) - sessions.Min(s => s.Day) + 1);
        var home = sessions.Where(s => s.AtHome == true).GroupBy(s => s.Student).Where(own => own.Count() >= 2).ToList();
        return home.Count < 5 ? null : (
            home.Count / (double)m.Log.Students, home.Average(own => own.Count()) / days,
            Moments.Median(home.SelectMany(own => own).Select(s => s.Minutes))!.Value);
    }
}
