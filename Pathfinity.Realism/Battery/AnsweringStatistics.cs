using Pathfinity.Curriculum;

namespace Pathfinity.Realism;

/// <summary>How often answers are right, and what goes with it.</summary>
internal static class AnsweringStatistics
{
    private const int RunMin = 3;
    private const int QuestionMin = 40;

    public static readonly Statistic[] All =
    [
        new("accuracy.first", "Right at the first opportunity", "Share of right answers among a student's first at a skill.",
            m => m.Accuracy(a => a.Opportunity == 1), Breakdown.All,
            new(Cell.Older, 0.56, 0.70, Sources.Koedinger), new(Cell.Youngest, 0.65, 0.85, null),
            new(Cell.Open, 0.45, 0.70, null)),
        new("accuracy.all", "Right answers", "Share of right answers among all.",
            m => m.Accuracy(_ => true), Breakdown.All,
            new(Cell.Older, 0.62, 0.78, Sources.Assistments), new(Cell.Youngest, 0.72, 0.88, null),
            new(Cell.Open, 0.50, 0.78, null)),
        new("student.deviation", "Spread of students", "Standard deviation of student intercepts (log-odds) in the additive "
            + "factors model of the first ten opportunities.",
            m => m.Factors?.StudentDeviation, Breakdown.Regime | Breakdown.Grades,
            new Band(Cell.Older, 0.60, 1.15, Sources.Assistments)),
        new("skill.deviation", "Spread of skills", "Standard deviation of skill intercepts (log-odds) in the same model.",
            m => m.Factors?.SkillDeviation, Breakdown.Regime | Breakdown.Grades,
            new Band(Cell.Older, 0.60, 1.10, Sources.Assistments)),
        new("question.deviation", "Spread of a skill's questions", "Standard deviation of question effects (log-odds) beside "
            + "student, skill, student at the skill, practice and place in the session.",
            m => m.Circumstances?.QuestionDeviation, Breakdown.Regime, new Band(Cell.Older, 0.40, 1.20, Sources.ItemBanks)),
        new("question.discrimination", "Questions tell students apart", "Correlation of being right at a question with the "
            + "student's share right, mean over questions with 40 answers.",
            m => Discrimination(m.Log), Breakdown.Kind, new Band(Cell.Older, 0.15, 0.45, Sources.Discrimination)),
        new("student.skill.deviation", "A student's own weak and strong skills", "Standard deviation of student-at-skill "
            + "effects (log-odds) in the same regression.",
            m => m.Circumstances?.PairDeviation, Breakdown.Regime, new Band(Cell.Older, 0.20, 0.90, null)),
        new("residual.lag1", "What carries over from one answer to the next", "Lag-1 correlation of residuals within student "
            + "and skill, student and skill means removed.",
            Lag1, Breakdown.All, new Band(Cell.Older, 0.07, 0.20, Sources.Assistments)),
        new("model.auc", "How well answers can be foretold", "AUC of performance factors (skill, ln wins, ln fails), five "
            + "folds by student; above .88 is a giveaway.",
            m => LearnerModels.PerformanceFactorsAuc(m.Log), Breakdown.Regime,
            new Band(Cell.Older, 0.66, 0.78, Sources.Assistments)),
        new("class.icc", "How much classes differ", "Intraclass correlation of student means (skill means removed) by class "
            + "within a grade, students with 30 attempts in the subject.",
            ClassCorrelation, Breakdown.None, new Band(Cell.Everything, 0.02, 0.45, Sources.ClassEffects)),
        new("subjects.correlation", "Mathematics goes with reading", "Correlation of a student's means in mathematics and "
            + "English (skill means removed), students with 40 attempts in both.",
            SubjectCorrelation, Breakdown.Grades, new Band(Cell.Everything, 0.45, 0.88, Sources.Nwea)),
        new("wrong.agreement", "Wrong answers agree", "Probability that two wrong answers to the same four-option question "
            + "are the same; a third if all distractors were alike.",
            m => Agreement(m.Log, a => a is { Kind: QuestionKind.Choice, Options: 4 }), Breakdown.Grades,
            new Band(Cell.Everything, 0.36, 0.65, Sources.Distractors)),
        new("choice.advantage", "Choices are easier than open answers", "Effect of being a choice (log-odds) in the "
            + "regression of all attempts.",
            m => m.Log.Attempts.Any(a => a.Kind is not null) ? m.Circumstances?.Choice : null, Breakdown.Grades,
            new Band(Cell.Older, 0.05, 1.2, null)),
    ];

    private static double? Lag1(Measures measures)
    {
        var (log, pairs) = (measures.Log, new List<(double, double)>());
        var (students, skills) = Means(log);
        double Residual(LogAttempt a) => (a.Correct ? 1 : 0) - students[a.Student] - skills[a.Skill];
        foreach (var run in measures.Sequences)
        {
            for (var i = 1; i < run.Length; i++)
            {
                pairs.Add((Residual(run[i - 1]), Residual(run[i])));
            }
        }
        return pairs.Count < 500 ? null : Moments.Correlation(pairs);
    }

    /// <summary>Effects of students and of skills on the share of right answers; together they are the mean.</summary>
    public static (double[] Students, double[] Skills) Means(Log log)
    {
        var (students, skills) = (new double[log.StudentLimit], new double[log.SkillLimit]);
        for (var round = 0; round < 8; round++)
        {
            Average(log, skills, a => a.Skill, a => students[a.Student]);
            Average(log, students, a => a.Student, a => skills[a.Skill]);
        }
        return (students, skills);
    }

    private static void Average(Log log, double[] effects, Func<LogAttempt, int> level, Func<LogAttempt, double> other)
    {
        var (sums, counts) = (new double[effects.Length], new int[effects.Length]);
        foreach (var a in log.Attempts)
        {
            sums[level(a)] += (a.Correct ? 1 : 0) - other(a);
            counts[level(a)]++;
        }
        for (var i = 0; i < effects.Length; i++)
        {
            effects[i] = counts[i] == 0 ? 0 : sums[i] / counts[i];
        }
    }

    private static double? Discrimination(Log log)
    {
        var means = log.Attempts.GroupBy(a => a.Student).ToDictionary(own => own.Key, own => own.Average(a => a.Correct ? 1.0 : 0));
        var found = log.Attempts.GroupBy(a => a.Question).Where(own => own.Count() >= QuestionMin)
            .Select(own => Moments.Correlation([.. own.Select(a => (means[a.Student], a.Correct ? 1.0 : 0))]))
            .OfType<double>().ToList();
        return found.Count < 30 ? null : found.Average();
    }

    private static Dictionary<(int Student, Subject Subject), (double Mean, int Classroom)> StudentMeans(Log log, int least)
    {
        var (_, skills) = Means(log);
        return log.Attempts.GroupBy(a => (a.Student, a.Subject)).Where(own => own.Count() >= least).ToDictionary(
            own => own.Key, own => (own.Average(a => (a.Correct ? 1 : 0) - skills[a.Skill]), own.Last().Classroom));
    }

    private static double? SubjectCorrelation(Measures measures)
    {
        var means = StudentMeans(measures.Log, 40);
        var pairs = means.Where(m => m.Key.Subject == Subject.Math && means.ContainsKey((m.Key.Student, Subject.Ela)))
            .Select(m => (m.Value.Mean, means[(m.Key.Student, Subject.Ela)].Mean)).ToList();
        return pairs.Count < 30 ? null : Moments.Correlation(pairs);
    }

    private static double? ClassCorrelation(Measures measures)
    {
        var grades = measures.Log.Attempts.GroupBy(a => (a.Student, a.Subject)).ToDictionary(own => own.Key, own => own.Last().Grade);
        return Moments.Intraclass([.. StudentMeans(measures.Log, 30).Where(m => m.Value.Classroom >= 0)
            .Select(m => (m.Value.Mean, (long)m.Value.Classroom, ((long)m.Key.Subject << 8) | grades[m.Key]))]);
    }

    private static double? Agreement(Log log, Predicate<LogAttempt> of)
    {
        var (agree, pairs) = (0.0, 0.0);
        foreach (var question in log.Attempts.Where(a => of(a) && a.Response is > 0 and < 255).GroupBy(a => a.Question))
        {
            var wrong = question.DistinctBy(a => a.Student).ToList();
            agree += wrong.GroupBy(a => a.Response).Sum(own => own.Count() * (own.Count() - 1.0));
            pairs += wrong.Count * (wrong.Count - 1.0);
        }
        return pairs < 500 * RunMin ? null : agree / pairs;
    }
}
