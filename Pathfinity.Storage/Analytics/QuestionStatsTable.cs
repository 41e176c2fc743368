using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>Sums over the attempts that gave one response to one question.</summary>
internal struct ResponseSum
{
    /// <summary>Attempts before this one that say something of a student.</summary>
    public const int RestLeast = 20;

    public int Shown;
    public int Correct;
    public int Hints;
    public long ResponseMs;
    public int Rated;
    public int RatedCorrect;
    public long Rest;
    public long RestSquares;
    public long RestCorrect;

    /// <param name="met">Tells the student's results before this attempt, against which the question is held.</param>
    public void Add(in AttemptRow row, in Meeting met)
    {
        if (met.Earlier >= RestLeast)
        {
            var rest = met.EarlierCorrect * 1000L / met.Earlier;
            Rated++;
            RatedCorrect += row.Correct ? 1 : 0;
            Rest += rest;
            RestSquares += rest * rest;
            RestCorrect += row.Correct ? rest : 0;
        }
        Shown++;
        Correct += row.Correct ? 1 : 0;
        Hints += row.Hints;
        ResponseMs += row.ResponseMs;
    }

    public void Add(in ResponseSum other)
    {
        Shown += other.Shown;
        Correct += other.Correct;
        Hints += other.Hints;
        ResponseMs += other.ResponseMs;
        Rated += other.Rated;
        RatedCorrect += other.RatedCorrect;
        Rest += other.Rest;
        RestSquares += other.RestSquares;
        RestCorrect += other.RestCorrect;
    }
}

internal static class QuestionStatsTable
{
    private const int AnotherResponse = byte.MaxValue;

    /// <param name="sums">By question and response.</param>
    /// <param name="isFirst">Whether nothing of the school is there yet.</param>
    public static SumRows Of(string schema, int school, KeyedSums<ResponseSum> sums, bool isFirst)
    {
        var questions = Questions(sums.Keys, sums.Values);
        var responses = Array.ConvertAll(questions, q => q.Responses);
        var rows = new BulkRows(questions.Length)
            .Add("question_id", "int", Array.ConvertAll(questions, q => q.Id))
            .Add("school_id", "int", Array.ConvertAll(questions, _ => school))
            .Add("shown", "int", Array.ConvertAll(questions, q => q.Sum.Shown))
            .Add("correct", "int", Array.ConvertAll(questions, q => q.Sum.Correct))
            .Add("hints", "int", Array.ConvertAll(questions, q => q.Sum.Hints))
            .Add("response_ms", "bigint", Array.ConvertAll(questions, q => q.Sum.ResponseMs))
            .Add("other", "int", Array.ConvertAll(questions, q => q.Other))
            .AddLists("responses", responses)
            .Add("rated", "int", Array.ConvertAll(questions, q => q.Sum.Rated))
            .Add("rated_correct", "int", Array.ConvertAll(questions, q => q.Sum.RatedCorrect))
            .Add("rest", "bigint", Array.ConvertAll(questions, q => q.Sum.Rest))
            .Add("rest_squares", "bigint", Array.ConvertAll(questions, q => q.Sum.RestSquares))
            .Add("rest_correct", "bigint", Array.ConvertAll(questions, q => q.Sum.RestCorrect));
        return new SumRows($"{schema}.question_stats", rows, 2, """
            shown = t.shown + excluded.shown, correct = t.correct + excluded.correct,
            hints = t.hints + excluded.hints, response_ms = t.response_ms + excluded.response_ms,
            other = t.other + excluded.other, rated = t.rated + excluded.rated,
            rated_correct = t.rated_correct + excluded.rated_correct, rest = t.rest + excluded.rest,
            rest_squares = t.rest_squares + excluded.rest_squares,
            rest_correct = t.rest_correct + excluded.rest_correct
            """)
        {
            Lacking = isFirst ? Enumerable.Repeat(true, questions.Length).ToArray() : null,
            Lists = new("responses", responses, $"{schema}.add_counts(t.responses, excluded.responses)"),
        };
    }

    private static Question[] Questions(ReadOnlySpan<long> keys, ReadOnlySpan<ResponseSum> sums)
    {
        var questions = new List<Question>();
        Span<int> responses = stackalloc int[AnotherResponse];
        for (var i = 0; i < sums.Length;)
        {
            var id = KeyedSums.High(keys[i]);
            var (sum, other, length) = (new ResponseSum(), 0, 0);
            responses.Clear();
            for (; i < sums.Length && KeyedSums.High(keys[i]) == id; i++)
            {
                var response = KeyedSums.Low(keys[i]);
                sum.Add(sums[i]);
                if (response == AnotherResponse)
                {
                    other = sums[i].Shown;
                    continue;
                }
                responses[response] = sums[i].Shown;
                length = response + 1;
            }
            questions.Add(new Question(id, sum, other, responses[..length].ToArray()));
        }
        return [.. questions];
    }

    private sealed record Question(int Id, ResponseSum Sum, int Other, int[] Responses);
}
