using Pathfinity.Curriculum;

namespace Pathfinity.Realism;

/// <summary>How long answers take.</summary>
internal static class TimingStatistics
{
    private const double RapidSeconds = 3;

    public static readonly Statistic[] All =
    [
        new("time.median", "Time of an answer, seconds", "Median response time.",
            m => Moments.Median(m.Log.Attempts.Select(a => a.Seconds)), Breakdown.All,
            new Band(Cell.Older, 8, 45, "ASSISTments 2009 and 2012; EdNet (Choi et al. 2020), about 20 s")),
        new("time.deviation", "Spread of times", "Standard deviation of ln seconds.",
            m => Moments.Deviation([.. m.Log.Attempts.Where(a => a.ResponseMs > 0).Select(a => Math.Log(a.Seconds))]),
            Breakdown.All, new Band(Cell.Older, 0.65, 1.35, Sources.LogNormal)),
        new("time.pace", "Students have a pace", "Standard deviation of student effects on ln time, question effects apart.",
            m => m.Times?.StudentDeviation, Breakdown.Grades, new Band(Cell.Older, 0.18, 0.60, Sources.LogNormal)),
        new("time.question", "Questions have a length", "Standard deviation of question effects on ln time.",
            m => m.Times?.QuestionDeviation, Breakdown.Grades, new Band(Cell.Older, 0.25, 0.95, Sources.LogNormal)),
        new("time.lag1", "A slow answer follows a slow one", "Lag-1 correlation within a session of ln time, student and "
            + "question means removed.",
            m => m.Times?.Lag1, Breakdown.Regime | Breakdown.Grades,
            new Band(Cell.Older, 0.10, 0.60, "response times of tutors and tests depend on the ones before (Fox and Marianti 2016)")),
        new("time.wrong", "Wrong answers take longer", "Geometric mean time of wrong answers over right ones, student and "
            + "question means removed, above three seconds.",
            m => m.Times?.WrongRatio, Breakdown.Grades,
            new Band(Cell.Older, 1.03, 1.80, "Beck 2005; Lasry, Watkins, Mazur and Ibrahim 2013")),
        new("time.after.wrong", "After a mistake people take more care", "Geometric mean time of an answer that follows a "
            + "wrong one over that of one that follows a right one, likewise.",
            m => m.Times?.AfterWrongRatio, Breakdown.Grades, new Band(Cell.Older, 1.01, 1.25, null)),
        new("time.first", "A session's first answer takes longer", "Geometric mean time of a session's first answer over the "
            + "others, likewise.",
            m => m.Times?.FirstRatio, Breakdown.None, new Band(Cell.Older, 1.05, 2.0, null)),
        new("time.practice", "Practice makes faster", "Exponent of the opportunity in the time, first twelve, student and "
            + "question means removed.",
            m => m.Times?.PracticeExponent, Breakdown.Grades, new Band(Cell.Older, -0.40, -0.03, Sources.PowerLaw)),
        new("time.lognormal", "Times are log-normal", "Skewness of ln time, student and question means removed; 0 for a "
            + "log-normal.",
            m => m.Times?.Skewness, Breakdown.None, new Band(Cell.Older, -0.8, 0.8, Sources.LogNormal)),
        new("rapid.share", "Rapid guesses", "Share of answers within three seconds.",
            m => Moments.Ratio(Rapid(m.Log).Count(), m.Log.Attempts.Length), Breakdown.Regime | Breakdown.Grades,
            new Band(Cell.Older, 0.005, 0.12, Sources.RapidGuessing)),
        new("rapid.accuracy", "Rapid guesses are guesses", "Share right of choice answers within three seconds.",
            m => Rapid(m.Log).Where(a => a.Kind == QuestionKind.Choice).ToList() is { Count: >= 50 } fast
                ? fast.Average(a => a.Correct ? 1.0 : 0) : null, Breakdown.None,
            new Band(Cell.Older, 0.15, 0.48, Sources.RapidGuessing)),
        new("rapid.concentration", "Few students game", "Share of rapid answers that the tenth with the most gives.",
            m => Rapid(m.Log).Count() < 100 ? null : Moments.TopTenth(m.Log.Attempts.GroupBy(a => a.Student)
                .Select(own => (double)own.Count(a => a.Seconds < RapidSeconds))), Breakdown.Grades,
            new Band(Cell.Older, 0.35, 0.97, Sources.Gaming)),
        new("rapid.bursts", "Rapid guesses come in bursts", "Rapid answers among those that follow a rapid one of the same "
            + "sitting, over what their givers' shares of rapid answers would make of them.",
            m => Bursts(m.Log), Breakdown.None, new Band(Cell.Older, 1.15, 8, null)),
        new("pause.commonest", "Nobody is a clock", "Share of the commonest time, to the millisecond, from an answer to the next "
            + "question of the same step.",
            m => Commonest(m.Log), Breakdown.None, new Band(Cell.Everything, 0, 0.05, null)),
        new("time.ability", "Speed and ability", "Correlation over students of mean ln time and share right, rapid answers "
            + "left out.",
            SpeedAbility, Breakdown.Grades, new Band(Cell.Older, -0.50, 0.40, null)),
    ];

    private static IEnumerable<LogAttempt> Rapid(Log log) => log.Attempts.Where(a => a.Seconds < RapidSeconds);

    private static double? Bursts(Log log)
    {
        var shares = log.Attempts.GroupBy(a => a.Student)
            .ToDictionary(own => own.Key, own => own.Average(a => a.Seconds < RapidSeconds ? 1.0 : 0));
        var (found, expected) = (0, 0.0);
        foreach (var (last, next) in Following(log).Where(pair => pair.Last.Seconds < RapidSeconds))
        {
            found += next.Seconds < RapidSeconds ? 1 : 0;
            expected += shares[next.Student];
        }
        return expected < 50 ? null : found / expected;
    }

    private static double? Commonest(Log log)
    {
        var pauses = Following(log).Where(pair => pair.Last.Visit >= 0 && pair.Last.Visit == pair.Next.Visit)
            .Select(pair => pair.Next.AnsweredAt - pair.Next.ResponseMs - pair.Last.AnsweredAt).CountBy(pause => pause).ToList();
        var all = pauses.Sum(pause => pause.Value);
        return all < 500 ? null : (double)pauses.Max(pause => pause.Value) / all;
    }

    /// <summary>Each answer of a sitting with the next.</summary>
    private static IEnumerable<(LogAttempt Last, LogAttempt Next)> Following(Log log)
    {
        for (var i = 1; i < log.Attempts.Length; i++)
        {
            var (last, next) = (log.Attempts[i - 1], log.Attempts[i]);
            if (last.Student == next.Student && last.Session == next.Session)
            {
                yield return (last, next);
            }
        }
    }

    private static double? SpeedAbility(Measures measures)
    {
        var students = measures.Log.Attempts.Where(a => a.Seconds >= RapidSeconds).GroupBy(a => a.Student)
            .Where(own => own.Count() >= 50)
            .Select(own => (own.Average(a => Math.Log(a.Seconds)), own.Average(a => a.Correct ? 1.0 : 0))).ToList();
        return students.Count < 30 ? null : Moments.Correlation(students);
    }
}
