namespace Pathfinity.Realism;

/// <summary>How willing students are, and what a sitting does to their answers.</summary>
internal static class WillingnessStatistics
{
    private const double PauseSeconds = 20;
    private const double RapidSeconds = 3;
    private const int AttemptsMin = 60;
    private const int KnownRun = 5;
    private const double ReturnDays = 7;

    public static readonly Statistic[] All =
    [
        new("pause.share", "Off the task", "Share of answers followed by more than 20 seconds until the next question of the "
            + "same step was shown.",
            m => Pauses(m.Log) is { Count: >= 500 } all ? all.Average(p => p.Paused ? 1.0 : 0) : null, Breakdown.Regime | Breakdown.Grades,
            new Band(Cell.Everything, 0.015, 0.12, null)),
        new("effort.ability", "The less willing get less right", "Correlation over students of the share of pauses and rapid "
            + "answers and of the share right (skill means removed).",
            m => EffortAbility(m.Log), Breakdown.Grades, new Band(Cell.Everything, -0.80, -0.10, Sources.OffTask)),
        new("engagement.drift", "Good weeks and bad weeks", "Correlation of a student's share of pauses and rapid answers in a "
            + "week with that of the week before, the student's and the week's means removed.",
            m => Drift(m.Log), Breakdown.None, new Band(Cell.Everything, 0, 0.40, null)),
        new("session.first.item", "The first question of a sitting is harder", "Effect of being a session's first item on being "
            + "right (log-odds) in the regression of all attempts.",
            m => m.Circumstances?.FirstItem, Breakdown.Regime, new Band(Cell.Older, -0.90, -0.05, null)),
        new("session.fatigue", "Long sittings tire", "Effect of ten items more in a sitting, from the eleventh on, on being "
            + "right (log-odds) in the same regression.",
            m => m.Circumstances?.Fatigue, Breakdown.Regime, new Band(Cell.Older, -0.30, -0.005, null)),
        new("session.mood", "Good days and bad days", "Correlation of answers of a sitting at different skills less that of "
            + "answers of one sitting with those of the next, effects of student and of skill removed.",
            Mood, Breakdown.None, new Band(Cell.Older, 0.005, 0.10, null)),
        new("time.of.day", "Later hours are harder", "Effect of an hour later in the school day, eight to four, on being right "
            + "(log-odds), students and skills removed.",
            m => Hour(m.Log), Breakdown.None, new Band(Cell.Older, -0.08, 0.02, Sources.TimeOfDay)),
        new("session.short", "Some leave early", "Share of a class's sessions (five or more together) that last less than 70 % "
            + "of their median.",
            m => Short(m.Log), Breakdown.None, new Band(Cell.Everything, 0.04, 0.35, null)),
        new("known.wrong", "Who knows errs too", "Share wrong after five right answers in a row at the skill, rapid and hinted "
            + "answers left out.",
            KnownWrong, Breakdown.None, new Band(Cell.Older, 0.03, 0.25, Sources.CorbettAnderson)),
        new("practice.return", "Coming back to a skill", "Share of attempts made a week or more after the last at the skill.",
            m => Moments.Ratio(m.Log.Attempts.Count(a => a.GapDays >= ReturnDays), m.Log.Attempts.Length), Breakdown.Regime,
            new Band(Cell.Everything, 0.02, 0.15, null)),
        new("practice.below", "Back to the grade below", "Share of attempts at skills of a lower grade than most of the student's.",
            m => Below(m.Log), Breakdown.None, new Band(Cell.Older, 0.03, 0.35, null)),
        new("prerequisite.gap", "A gap below shows above", "Residual of first answers at a skill where the last three answers at "
            + "the skills it rests on were mostly right, less where they were not; student and skill means removed.",
            Gap, Breakdown.None, new Band(Cell.Everything, 0.01, 0.30, null)),
    ];

    /// <summary>Answers followed by another one of the same step, and whether a pause lay between.</summary>
    private static List<(LogAttempt Answer, bool Paused)> Pauses(Log log)
    {
        var pauses = new List<(LogAttempt, bool)>();
        for (var i = 1; i < log.Attempts.Length; i++)
        {
            var (last, next) = (log.Attempts[i - 1], log.Attempts[i]);
            if (last.Student == next.Student && last.Session == next.Session && last.Visit == next.Visit && last.Skill == next.Skill)
            {
                pauses.Add((last, next.AnsweredAt - next.ResponseMs - last.AnsweredAt > 1000 * PauseSeconds));
            }
        }
        return pauses;
    }

    private static double? EffortAbility(Log log)
    {
        var (students, _) = AnsweringStatistics.Means(log);
        var grades = log.Attempts.GroupBy(a => a.Student).ToDictionary(own => own.Key, own => own.Last().Grade <= 3);
        var shares = Pauses(log).Where(p => !grades[p.Answer.Student]).GroupBy(p => p.Answer.Student).Where(own => own.Count() >= AttemptsMin)
            .Select(own => (Math.Sqrt(own.Average(Idle)), students[own.Key])).ToList();
        return shares.Count < 30 ? null : Moments.Correlation(shares);
    }

    private static double Idle((LogAttempt Answer, bool Paused) p) => p.Paused || p.Answer.Seconds < RapidSeconds ? 1 : 0;

    private static double? Drift(Log log)
    {
        var own = Pauses(log).GroupBy(p => (p.Answer.Student, Week: Weeks.Of(p.Answer.Day))).Where(week => week.Count() >= 10)
            .ToDictionary(week => week.Key, week => Math.Sqrt(week.Average(Idle)));
        var students = own.GroupBy(w => w.Key.Student).ToDictionary(s => s.Key, s => s.Average(w => w.Value));
        var weeks = own.GroupBy(w => w.Key.Week).ToDictionary(s => s.Key, s => s.Average(w => w.Value - students[w.Key.Student]));
        double Rest((int Student, int Week) key) => own[key] - students[key.Student] - weeks[key.Week];
        var pairs = own.Keys.Where(key => own.ContainsKey((key.Student, key.Week + 1)))
            .Select(key => (Rest(key), Rest((key.Student, key.Week + 1)))).ToList();
        return pairs.Count < 300 ? null : Moments.Correlation(pairs);
    }

    /// <summary>Products of answers at different skills within a sitting, less those of one sitting with the next.</summary>
    private static double? Mood(Measures measures)
    {
        var (students, skills) = AnsweringStatistics.Means(measures.Log);
        var (within, apart, squares, last) = ((Sum: 0.0, Pairs: 0.0), (Sum: 0.0, Pairs: 0.0), 0.0, default(Sitting));
        foreach (var sitting in measures.Log.Attempts.GroupBy(a => (a.Student, a.Session)).Select(own => new Sitting(
            own.Key.Student, own.GroupBy(a => a.Skill).ToDictionary(
                skill => skill.Key,
                skill => (Sum: skill.Sum(a => (a.Correct ? 1 : 0) - students[a.Student] - skills[a.Skill]), Count: (double)skill.Count())))))
        {
            within = Added(within, sitting, sitting, 0.5);
            apart = last?.Student == sitting.Student ? Added(apart, last, sitting, 1) : apart;
            last = sitting;
        }
        foreach (var a in measures.Log.Attempts)
        {
            var rest = (a.Correct ? 1 : 0) - students[a.Student] - skills[a.Skill];
            squares += rest * rest;
        }
        return within.Pairs < 2_000 || apart.Pairs < 2_000
            ? null : ((within.Sum / within.Pairs) - (apart.Sum / apart.Pairs)) / (squares / measures.Log.Attempts.Length);
    }

    private static (double Sum, double Pairs) Added((double Sum, double Pairs) sums, Sitting a, Sitting b, double weight)
    {
        var (sum, pairs) = (a.Skills.Values.Sum(s => s.Sum) * b.Skills.Values.Sum(s => s.Sum),
            a.Skills.Values.Sum(s => s.Count) * b.Skills.Values.Sum(s => s.Count));
        foreach (var skill in a.Skills.Keys.Where(b.Skills.ContainsKey))
        {
            sum -= a.Skills[skill].Sum * b.Skills[skill].Sum;
            pairs -= a.Skills[skill].Count * b.Skills[skill].Count;
        }
        return (sums.Sum + (weight * sum), sums.Pairs + (weight * pairs));
    }

    /// <summary>A sitting's residuals by skill.</summary>
    private sealed record Sitting(int Student, Dictionary<int, (double Sum, double Count)> Skills);

    private static double? Hour(Log log)
    {
        var (students, skills) = AnsweringStatistics.Means(log);
        var points = log.Attempts.Select(a => (Hour: a.AnsweredAt % Log.DayMs / 3_600_000.0,
                Residual: (a.Correct ? 1 : 0) - students[a.Student] - skills[a.Skill], 1.0))
            .Where(p => p.Hour is >= 8 and < 16).ToList();
        var right = log.Attempts.Length == 0 ? 0 : log.Attempts.Average(a => a.Correct ? 1.0 : 0);
        // A share's slope over what a logit moves it there.
        return points.Count < 5_000 || right is 0 or 1 ? null : Moments.Slope(points) / (right * (1 - right));
    }

    private static double? Short(Log log)
    {
        var (brief, all) = (0, 0);
        foreach (var group in SittingStatistics.Groups(log))
        {
            var median = Moments.Median(group.Select(s => s.Minutes))!.Value;
            brief += group.Count(s => s.Minutes < 0.7 * median);
            all += group.Count;
        }
        return all < 200 ? null : (double)brief / all;
    }

    private static double? KnownWrong(Measures measures)
    {
        var (wrong, all) = (0, 0);
        foreach (var run in measures.Sequences)
        {
            var row = 0;
            foreach (var a in run)
            {
                if (row >= KnownRun && a.Hints == 0 && a.Seconds >= RapidSeconds)
                {
                    all++;
                    wrong += a.Correct ? 0 : 1;
                }
                row = a.Correct ? row + 1 : 0;
            }
        }
        return all < 200 ? null : (double)wrong / all;
    }

    private static double? Below(Log log)
    {
        var grades = log.Attempts.GroupBy(a => a.Student).ToDictionary(
            own => own.Key, own => own.CountBy(a => a.Grade).OrderByDescending(grade => grade.Value).ThenBy(grade => grade.Key).First().Key);
        return Moments.Ratio(log.Attempts.Count(a => a.Grade < grades[a.Student]), log.Attempts.Length);
    }

    private static double? Gap(Measures measures)
    {
        var log = measures.Log;
        if (log.Parents.Count == 0)
        {
            return null;
        }
        var (students, skills) = AnsweringStatistics.Means(log);
        var recent = new Dictionary<int, List<bool>>();
        var rests = new[] { new List<double>(), new List<double>() };
        var student = -1;
        foreach (var a in log.Attempts)
        {
            if (a.Student != student)
            {
                recent.Clear();
                student = a.Student;
            }
            if (a.Opportunity == 1 && log.Parents.TryGetValue(a.Skill, out var parents))
            {
                var last = parents.Where(recent.ContainsKey).SelectMany(parent => recent[parent].TakeLast(3)).ToList();
                if (last.Count >= 3)
                {
                    rests[last.Count(right => right) * 2 >= last.Count ? 1 : 0].Add((a.Correct ? 1 : 0) - students[a.Student] - skills[a.Skill]);
                }
            }
            (recent.TryGetValue(a.Skill, out var answers) ? answers : recent[a.Skill] = []).Add(a.Correct);
        }
        return rests[0].Count < 50 || rests[1].Count < 50 ? null : rests[1].Average() - rests[0].Average();
    }
}
