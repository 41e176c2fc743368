namespace Pathfinity.Realism;

/// <summary>What practice brings, what time takes, and how practice is spread.</summary>
internal static class PracticeStatistics
{
    private const int Determined = 10;
    private const float RestDays = 7;
    private const int InARow = 3;

    public static readonly Statistic[] All =
    [
        new("learning.rate", "Learning an opportunity", "Common slope (log-odds an opportunity) of the additive factors "
            + "model over the first ten opportunities.",
            m => m.Factors?.Rate, Breakdown.Regime | Breakdown.Grades, new Band(Cell.Older, 0.05, 0.16, Sources.Koedinger)),
        new("learning.rate.spread", "Students learn at similar rates", "Standard deviation of the students' slopes over the "
            + "common slope (individual additive factors).",
            m => m.Factors is { } f && f.Rate > 0 ? f.RateDeviation / f.Rate : null, Breakdown.None,
            new Band(Cell.Older, 0, 0.75, Sources.Koedinger)),
        new("learning.jump", "The jump after the first try", "Log-odds of being right at the second opportunity less the "
            + "first, over pairs with both.",
            Jump, Breakdown.Regime | Breakdown.Grades, new Band(Cell.Older, 0.12, 0.55, Sources.Assistments)),
        new("learning.power", "Errors fall as a power of practice", "Slope of ln error rate on ln opportunity, first ten, "
            + "pairs with at least five.",
            ErrorPower, Breakdown.Regime, new Band(Cell.Older, -0.60, -0.05, Sources.PowerLaw)),
        new("learning.forgetting", "Time since practice costs", "Effect of ln(1 + days since the last practice), half a "
            + "day or more, on being right (log-odds).",
            m => m.Circumstances?.Forgetting, Breakdown.Regime, new Band(Cell.Older, -0.40, -0.03, Sources.Forgetting)),
        new("practice.rest", "After a long rest less is right", "Share right seven days or more after the last practice of the "
            + "skill, less the share right within half a day.",
            m => m.Accuracy(a => a.GapDays >= RestDays) - m.Accuracy(a => a.GapDays is >= 0 and < 0.5f), Breakdown.Regime,
            new Band(Cell.Older, -0.25, -0.005, null)),
        new("wheel.spinning", "Wheel-spinning", "Pairs of student and skill with ten tries and never three right in a row, "
            + "of those with ten tries or three in a row.",
            WheelSpinning, Breakdown.Regime | Breakdown.Grades, new Band(Cell.Older, 0.05, 0.35, Sources.BeckGong)),
        new("tracing.prior", "Known before", "Prior of knowledge tracing by EM, median over skills.",
            m => m.Knowledge(k => k.Prior), Breakdown.Regime, new Band(Cell.Older, 0.48, 0.78, Sources.CorbettAnderson)),
        new("tracing.learn", "Learned with a try", "Learning probability of knowledge tracing, median over skills.",
            m => m.Knowledge(k => k.Learn), Breakdown.Regime, new Band(Cell.Older, 0.04, 0.30, Sources.CorbettAnderson)),
        new("tracing.guess", "Guessed", "Guess probability of knowledge tracing, median over skills.",
            m => m.Knowledge(k => k.Guess), Breakdown.Regime, new Band(Cell.Older, 0.15, 0.45, Sources.CorbettAnderson)),
        new("tracing.slip", "Slipped", "Slip probability of knowledge tracing, median over skills.",
            m => m.Knowledge(k => k.Slip), Breakdown.Regime, new Band(Cell.Older, 0.08, 0.26, Sources.CorbettAnderson)),
        new("practice.gini", "Few do much of the work", "Gini coefficient of attempts by student.",
            m => Moments.Gini(ByStudent(m.Log)), Breakdown.Regime | Breakdown.Grades,
            new Band(Cell.Everything, 0.35, 0.70, Sources.Dosage)),
        new("practice.opportunities", "Opportunities at a skill", "Median attempts of a student at a skill.",
            m => Moments.Median(m.Sequences.Select(run => (double)run.Length)), Breakdown.All,
            new Band(Cell.Supplemental, 1, 9, Sources.Assistments), new Band(Cell.Everything, 1, 30, null)),
        new("practice.long", "Long practice of a skill", "Share of pairs of student and skill with ten attempts or more.",
            m => Moments.Ratio(m.Sequences.Count(run => run.Length >= Determined), m.Sequences.Length),
            Breakdown.Regime | Breakdown.Grades, new Band(Cell.Supplemental, 0.04, 0.48, Sources.Assistments),
            new Band(Cell.Everything, 0.04, 0.90, null)),
        new("practice.mastery.tries", "Tries to three in a row", "Median tries until three right in a row, of those who "
            + "come to it.",
            m => Moments.Median(m.Sequences.Select(InARowAt).Where(at => at > 0).Select(at => (double)at)),
            Breakdown.Regime | Breakdown.Grades, new Band(Cell.Older, 3, 6, null)),
        new("practice.streak", "Right follows right", "Share right after a right answer less after a wrong one, at the "
            + "same skill.",
            Streak, Breakdown.All, new Band(Cell.Older, 0.10, 0.40, null)),
    ];

    private static IEnumerable<double> ByStudent(Log log) =>
        log.Attempts.GroupBy(a => a.Student).Select(own => (double)own.Count());

    private static double? Jump(Measures measures)
    {
        var both = measures.Sequences.Where(run => run.Length >= 2 && run[0].Opportunity == 1).ToList();
        return both.Count < 200
            ? null
            : Moments.Logit(both.Average(run => run[1].Correct ? 1.0 : 0)) - Moments.Logit(both.Average(run => run[0].Correct ? 1.0 : 0));
    }

    private static double? ErrorPower(Measures measures)
    {
        var runs = measures.Sequences.Where(run => run.Length >= 5 && run[0].Opportunity == 1).ToList();
        var points = Enumerable.Range(0, Determined)
            .Select(t => (Opportunity: t + 1, Runs: runs.Where(run => run.Length > t).ToList()))
            .Where(p => p.Runs.Count >= 100)
            .Select(p => (Math.Log(p.Opportunity), Math.Log(Math.Max(1e-3, p.Runs.Average(r => r[p.Opportunity - 1].Correct ? 0.0 : 1))),
                (double)p.Runs.Count)).ToList();
        return points.Count < 5 ? null : Moments.Slope(points);
    }

    /// <summary>The try with which three were right in a row for the first time; 0 for never.</summary>
    private static int InARowAt(LogAttempt[] run)
    {
        var row = 0;
        for (var i = 0; i < run.Length; i++)
        {
            row = run[i].Correct ? row + 1 : 0;
            if (row == InARow)
            {
                return i + 1;
            }
        }
        return 0;
    }

    private static double? WheelSpinning(Measures measures)
    {
        var (spun, determinate) = (0, 0);
        foreach (var run in measures.Sequences.Where(run => run[0].Opportunity == 1))
        {
            var at = InARowAt(run);
            var mastered = at is > 0 and <= Determined;
            determinate += mastered || run.Length >= Determined ? 1 : 0;
            spun += !mastered && run.Length >= Determined ? 1 : 0;
        }
        return determinate < 200 ? null : (double)spun / determinate;
    }

    private static double? Streak(Measures measures)
    {
        var pairs = measures.Sequences.SelectMany(run => run.Skip(1).Zip(run, (next, last) => (Last: last.Correct, Next: next.Correct)))
            .ToLookup(pair => pair.Last, pair => pair.Next ? 1.0 : 0);
        return pairs[true].Count() < 100 || pairs[false].Count() < 100 ? null : pairs[true].Average() - pairs[false].Average();
    }
}
