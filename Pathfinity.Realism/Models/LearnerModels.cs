namespace Pathfinity.Realism;

/// <summary>The standard models of learners, fitted to a log.</summary>
internal static class LearnerModels
{
    private const int Passes = 20;
    private const int RowsMax = 200_000;
    private const int Folds = 5;
    private const int BktStudentsMin = 20;
    private const int BktPasses = 30;

    /// <summary>What the additive factors model finds (Cen, Koedinger and Junker 2006), all in log-odds.</summary>
    /// <param name="Rate">Gain an opportunity, over the first opportunities.</param>
    /// <param name="StudentDeviation">Spread of the students' intercepts.</param>
    /// <param name="SkillDeviation">Spread of the skills' intercepts.</param>
    /// <param name="RateDeviation">Spread of the students' rates (individual additive factors).</param>
    public sealed record Factors(double Rate, double StudentDeviation, double SkillDeviation, double RateDeviation);

    /// <param name="opportunities">How many of the first opportunities to look at.</param>
    public static Factors? AdditiveFactors(Log log, int opportunities)
    {
        var rows = Array.FindAll(log.Attempts, a => a.Opportunity <= opportunities);
        if (rows.Length < 500)
        {
            return null;
        }
        var tries = Array.ConvertAll(rows, a => (double)(a.Opportunity - 1));
        var mean = tries.Average();
        var centred = Array.ConvertAll(tries, x => x - mean);
        var (students, skills) = (Array.ConvertAll(rows, a => a.Student), Array.ConvertAll(rows, a => a.Skill));
        var (level, rate) = (Grouping.Common(rows.Length, null), Grouping.Common(rows.Length, centred));
        var student = new Grouping(students, log.StudentLimit, null, random: true);
        var skill = new Grouping(skills, log.SkillLimit, null, random: true);
        var pace = new Grouping(students, log.StudentLimit, centred, random: true) { Variance = 0.01 };
        _ = new CrossedLogit(Array.ConvertAll(rows, a => a.Correct), null, 0, level, rate, student, skill, pace).Fit(Passes);
        return new Factors(rate.Effects[0], student.Deviation, skill.Deviation, pace.Deviation);
    }

    /// <summary>
    /// Area under the curve of performance factors (Pavlik, Cen and Koedinger 2009: skill, ln wins, ln fails), each
    /// fifth of the students predicted from the others.
    /// </summary>
    public static double? PerformanceFactorsAuc(Log log)
    {
        var rows = log.Sample(RowsMax);
        var place = rows.Select(a => a.Student).Distinct().Select((student, i) => (student, i))
            .ToDictionary(own => own.student, own => own.i % Folds);
        var scored = new List<(double Score, bool Right)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var (train, test) =
                (Array.FindAll(rows, a => place[a.Student] != fold), Array.FindAll(rows, a => place[a.Student] == fold));
            if (train.Length < 200 || test.Length == 0)
            {
                return null;
            }
            var wins = Grouping.Common(train.Length, Array.ConvertAll(train, Wins));
            var fails = Grouping.Common(train.Length, Array.ConvertAll(train, Fails));
            var level = Grouping.Common(train.Length, null);
            var skill = new Grouping(Array.ConvertAll(train, a => a.Skill), log.SkillLimit, null, random: true);
            _ = new CrossedLogit(Array.ConvertAll(train, a => a.Correct), null, 0, level, wins, fails, skill).Fit(12);
            scored.AddRange(test.Select(a => (
                level.Effects[0] + skill.Effects[a.Skill] + (wins.Effects[0] * Wins(a)) + (fails.Effects[0] * Fails(a)),
                a.Correct)));
        }
        return Auc(scored);
    }

    /// <summary>Probability that a right answer was scored above a wrong one; ties count half.</summary>
    public static double? Auc(List<(double Score, bool Right)> scored)
    {
        scored.Sort(static (a, b) => a.Score.CompareTo(b.Score));
        var rights = (double)scored.Count(s => s.Right);
        var ranks = 0.0;
        for (int from = 0, to; from < scored.Count; from = to)
        {
            to = from + 1;
            while (to < scored.Count && scored[to].Score == scored[from].Score)
            {
                to++;
            }
            var rank = (from + to + 1) / 2.0;
            for (var i = from; i < to; i++)
            {
                ranks += scored[i].Right ? rank : 0;
            }
        }
        var wrongs = scored.Count - rights;
        return rights == 0 || wrongs == 0 ? null : (ranks - (rights * (rights + 1) / 2)) / (rights * wrongs);
    }

    /// <summary>Knowledge tracing of every skill that enough students have practised.</summary>
    public static List<Bkt> KnowledgeTracing(Log log) =>
    [
        .. log.Sequences().GroupBy(run => run[0].Skill, run => Array.ConvertAll(run, a => a.Correct))
            .Select(own => own.ToList())
            .Where(own => own.Count >= BktStudentsMin && own.Count(run => run.Length >= 3) >= BktStudentsMin / 2)
            .AsParallel().AsOrdered().Select(own => Bkt.Fit(own, BktPasses)),
    ];

    private static double Wins(LogAttempt a) => Math.Log(1 + a.Wins);

    private static double Fails(LogAttempt a) => Math.Log(1 + a.Fails);
}
