namespace Pathfinity.Realism;

/// <summary>
/// Logarithms of response times taken apart by what students and questions have in common (van der Linden 2006):
/// ln t = mean + student + question + rest.
/// </summary>
/// <param name="StudentDeviation">Spread of the students' pace.</param>
/// <param name="QuestionDeviation">Spread of the questions' time.</param>
/// <param name="RestDeviation">Spread of what is left.</param>
/// <param name="Lag1">Correlation of what is left from one answer to the next of a session.</param>
/// <param name="WrongRatio">Factor on the time of a wrong answer against a right one.</param>
/// <param name="AfterWrongRatio">Factor on the time of an answer that follows a wrong one, against one that follows a right one.</param>
/// <param name="FirstRatio">Factor on the time of a session's first answer.</param>
/// <param name="PracticeExponent">Exponent of the opportunity in the time (the power law of practice).</param>
/// <param name="Skewness">Of what is left; 0 for a log-normal.</param>
internal sealed record ResponseTimes(
    double StudentDeviation, double QuestionDeviation, double RestDeviation, double Lag1, double WrongRatio, double AfterWrongRatio,
    double FirstRatio,
    double PracticeExponent, double Skewness)
{
    private const double RapidSeconds = 3;
    private const double SecondsMax = 600;
    private const int RowsMin = 1_000;
    private const int Rounds = 12;

    public static ResponseTimes? Of(Log log)
    {
        var rows = Array.FindAll(log.Attempts, a => a.Seconds > RapidSeconds && a.Seconds < SecondsMax && a.Hints == 0);
        if (rows.Length < RowsMin)
        {
            return null;
        }
        var rest = Array.ConvertAll(rows, a => Math.Log(a.Seconds));
        Remove(rest, new int[rows.Length]);
        var students = Array.ConvertAll(rows, a => a.Student);
        var questions = Numbered(Array.ConvertAll(rows, a => a.Question));
        var whole = (double[])rest.Clone();
        for (var round = 0; round < Rounds; round++)
        {
            Remove(rest, students);
            Remove(rest, questions);
        }
        var error = rest.Average(r => r * r);
        return new ResponseTimes(
            Spread(whole, students, error), Spread(whole, questions, error), Math.Sqrt(error),
            Moments.Correlation(Neighbours(rows, rest)) ?? 0,
            Math.Exp(Difference(rows, rest, a => !a.Correct)), Math.Exp(AfterWrong(rows, rest)),
            Math.Exp(Difference(rows, rest, a => a.Position == 0)),
            Practice(rows, rest), Moments.Skewness(rest) ?? 0);
    }

    /// <summary>Takes the levels' means out.</summary>
    private static void Remove(double[] values, int[] levels)
    {
        var (sums, counts) = Sums(values, levels);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] -= sums[levels[i]] / counts[levels[i]];
        }
    }

    /// <summary>Spread of the levels' means, less what the rest alone makes them differ.</summary>
    private static double Spread(double[] values, int[] levels, double error)
    {
        var (sums, counts) = Sums(values, levels);
        var means = Enumerable.Range(0, sums.Length).Where(l => counts[l] >= 5)
            .Select(l => (Mean: sums[l] / counts[l], Noise: error / counts[l])).ToList();
        var between = Moments.Variance([.. means.Select(m => m.Mean)]) ?? 0;
        return means.Count < 2 ? 0 : Math.Sqrt(Math.Max(0, between - means.Average(m => m.Noise)));
    }

    private static (double[] Sums, int[] Counts) Sums(double[] values, int[] levels)
    {
        var (sums, counts) = (new double[levels.Max() + 1], new int[levels.Max() + 1]);
        for (var i = 0; i < values.Length; i++)
        {
            sums[levels[i]] += values[i];
            counts[levels[i]]++;
        }
        return (sums, counts);
    }

    private static int[] Numbered(int[] values)
    {
        var numbers = values.Distinct().Select((value, i) => (value, i)).ToDictionary(pair => pair.value, pair => pair.i);
        return Array.ConvertAll(values, value => numbers[value]);
    }

    private static List<(double, double)> Neighbours(LogAttempt[] rows, double[] rest) =>
        [.. Following(rows).Select(i => (rest[i - 1], rest[i]))];

    private static double AfterWrong(LogAttempt[] rows, double[] rest)
    {
        var times = Following(rows).ToLookup(i => rows[i - 1].Correct, i => rest[i]);
        return times.Count < 2 ? 0 : times[false].Average() - times[true].Average();
    }

    /// <summary>Rows that are the next answer of the sitting after the row before.</summary>
    private static IEnumerable<int> Following(LogAttempt[] rows) => Enumerable.Range(1, rows.Length - 1)
        .Where(i => rows[i].Session == rows[i - 1].Session && rows[i].Student == rows[i - 1].Student
            && rows[i].Position == rows[i - 1].Position + 1);

    private static double Difference(LogAttempt[] rows, double[] rest, Func<LogAttempt, bool> of)
    {
        var (yes, no, yeses) = (0.0, 0.0, 0);
        for (var i = 0; i < rows.Length; i++)
        {
            if (of(rows[i]))
            {
                yes += rest[i];
                yeses++;
            }
            else
            {
                no += rest[i];
            }
        }
        return yeses == 0 || yeses == rows.Length ? 0 : (yes / yeses) - (no / (rows.Length - yeses));
    }

    private static double Practice(LogAttempt[] rows, double[] rest) => Moments.Slope(
        [.. rows.Select((a, i) => (Math.Log(Math.Min(a.Opportunity, 12)), rest[i], 1.0))]) ?? 0;
}
