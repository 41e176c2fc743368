namespace Pathfinity.Realism;

/// <summary>
/// What moves a right answer beside who answers and what is asked: one logistic regression of all attempts on practice,
/// time since practice and place in the session, with crossed random effects of student, skill, question and the
/// student at the skill. Log-odds.
/// </summary>
/// <param name="Forgetting">For each unit of ln(1 + days since the last practice), where it was a day or more.</param>
/// <param name="FirstItem">A session's first item against the later ones.</param>
/// <param name="Fatigue">Ten items later in a session, from the eleventh on.</param>
/// <param name="Choice">A choice question against an open one.</param>
/// <param name="QuestionDeviation">Spread of the questions of a skill.</param>
/// <param name="PairDeviation">Spread of a student's answers on one skill beyond student and skill.</param>
internal sealed record CircumstanceEffects(
    double Forgetting, double FirstItem, double Fatigue, double Choice, double QuestionDeviation, double PairDeviation)
{
    private const int RowsMin = 2_000;
    private const int RowsMax = 150_000;
    private const int Passes = 15;

    public static CircumstanceEffects? Of(Log log)
    {
        var rows = log.Sample(RowsMax);
        if (rows.Length < RowsMin)
        {
            return null;
        }
        Grouping Slope(Func<LogAttempt, double> x) => Grouping.Common(rows.Length, Array.ConvertAll(rows, a => x(a)));
        Grouping Levels(int[] levels) => new(levels, levels.Max() + 1, null, random: true);
        var forgetting = Slope(a => a.GapDays >= 0.5 ? Math.Log(1 + a.GapDays) : 0);
        var first = Slope(a => a.Position == 0 ? 1 : 0);
        var fatigue = Slope(a => Math.Max(0, a.Position - 10) / 10.0);
        var choice = Slope(a => a.Options > 0 ? 1 : 0);
        var question = Levels(Dense(rows, a => a.Question));
        var pair = Levels(Dense(rows, a => ((long)a.Student << 32) | (uint)a.Skill));
        _ = new CrossedLogit(
            Array.ConvertAll(rows, a => a.Correct), null, 0,
            Slope(_ => 1), forgetting, first, fatigue, choice,
            Slope(a => Math.Log(1 + a.Wins)), Slope(a => Math.Log(1 + a.Fails)), Slope(a => a.Opportunity == 1 ? 1 : 0),
            Levels(Array.ConvertAll(rows, a => a.Student)), Levels(Array.ConvertAll(rows, a => a.Skill)), question, pair)
            .Fit(Passes);
        return new CircumstanceEffects(
            forgetting.Effects[0], first.Effects[0], fatigue.Effects[0], choice.Effects[0], question.Deviation, pair.Deviation);
    }

    private static int[] Dense(LogAttempt[] rows, Func<LogAttempt, long> key)
    {
        var numbers = new Dictionary<long, int>();
        return Array.ConvertAll(rows, a =>
        {
            if (!numbers.TryGetValue(key(a), out var number))
            {
                numbers.Add(key(a), number = numbers.Count);
            }
            return number;
        });
    }
}
