using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>Sums over the attempts that gave one response to one question.</summary>
internal struct ResponseSum
{
    public int Shown;
    public int Correct;
    public int Hints;
    public long ResponseMs;

    public void Add(in AttemptRow row)
    {
        Shown++;
        Correct += row.Correct ? 1 : 0;
        Hints += row.Hints;
        ResponseMs += row.ResponseMs;
    }
}

internal static class QuestionStatsTable
{
    private const int AnotherResponse = byte.MaxValue;

    /// <param name="sums">By question and response.</param>
    public static void Add(NpgsqlBatch batch, string schema, int school, KeyedSums<ResponseSum> sums)
    {
        var questions = Questions(sums.Sorted);
        new BulkRows(questions.Length)
            .Add("question_id", "int", Array.ConvertAll(questions, q => q.Id))
            .Add("school_id", "int", Array.ConvertAll(questions, _ => school))
            .Add("shown", "int", Array.ConvertAll(questions, q => q.Sum.Shown))
            .Add("correct", "int", Array.ConvertAll(questions, q => q.Sum.Correct))
            .Add("hints", "int", Array.ConvertAll(questions, q => q.Sum.Hints))
            .Add("response_ms", "bigint", Array.ConvertAll(questions, q => q.Sum.ResponseMs))
            .Add("other", "int", Array.ConvertAll(questions, q => q.Other))
            .Add("responses", "int[]", Array.ConvertAll(questions, q => q.Responses), "text")
            .InsertInto(batch, $"{schema}.question_stats", $"""
                (question_id, school_id) DO UPDATE SET
                    shown = t.shown + excluded.shown, correct = t.correct + excluded.correct,
                    hints = t.hints + excluded.hints, response_ms = t.response_ms + excluded.response_ms,
                    other = t.other + excluded.other,
                    responses = {schema}.add_counts(t.responses, excluded.responses)
                """);
    }

    private static Question[] Questions(ReadOnlySpan<KeyValuePair<long, ResponseSum>> sums)
    {
        var questions = new List<Question>();
        Span<int> responses = stackalloc int[AnotherResponse];
        for (var i = 0; i < sums.Length;)
        {
            var id = KeyedSums.High(sums[i].Key);
            var (sum, other, length) = (new ResponseSum(), 0, 0);
            responses.Clear();
            for (; i < sums.Length && KeyedSums.High(sums[i].Key) == id; i++)
            {
                var (response, own) = (KeyedSums.Low(sums[i].Key), sums[i].Value);
                sum.Shown += own.Shown;
                sum.Correct += own.Correct;
                sum.Hints += own.Hints;
                sum.ResponseMs += own.ResponseMs;
                if (response == AnotherResponse)
                {
                    other = own.Shown;
                    continue;
                }
                responses[response] = own.Shown;
                length = response + 1;
            }
            questions.Add(new Question(id, sum, other, SqlArray.Of(responses[..length])));
        }
        return [.. questions];
    }

    private sealed record Question(int Id, ResponseSum Sum, int Other, string Responses);
}
