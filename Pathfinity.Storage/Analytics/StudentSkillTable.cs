using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>Sums over a student's attempts at one skill, with the instants that matter.</summary>
internal struct SkillSum
{
    public int Attempts;
    public int Correct;
    public int Hints;
    public long ResponseMs;
    public short Mastery;
    public long FirstAt;
    public long LastAt;
    public long MasteredAt;
    public long ThreeInARowAt;
    private long lastId;

    /// <summary>Attempts of a student come in order of sequence.</summary>
    public void Add(in AttemptRow row)
    {
        if (Attempts == 0)
        {
            (FirstAt, MasteredAt, ThreeInARowAt) = (row.AnsweredAt, long.MaxValue, long.MaxValue);
        }
        Attempts++;
        Correct += row.Correct ? 1 : 0;
        Hints += row.Hints;
        ResponseMs += row.ResponseMs;
        FirstAt = Math.Min(FirstAt, row.AnsweredAt);
        LastAt = Math.Max(LastAt, row.AnsweredAt);
        MasteredAt = (row.Flags & AttemptFlags.Mastered) != 0 ? Math.Min(MasteredAt, row.AnsweredAt) : MasteredAt;
        ThreeInARowAt = (row.Flags & AttemptFlags.ThreeInARow) != 0
            ? Math.Min(ThreeInARowAt, row.AnsweredAt)
            : ThreeInARowAt;
        if (row.Id > lastId)
        {
            (lastId, Mastery) = (row.Id, row.Mastery);
        }
    }
}

internal static class StudentSkillTable
{
    public static SumRows Of(string schema, KeyedSums<SkillSum> sums, bool[] lacking) => new(
        $"{schema}.student_skill",
        new BulkRows(sums.Count)
        .Add("student_id", "int", sums.Columns((key, _) => KeyedSums.High(key)))
        .Add("skill_id", "int", sums.Columns((key, _) => KeyedSums.Low(key)))
        .Add("attempts", "int", sums.Columns((_, sum) => sum.Attempts))
        .Add("correct", "int", sums.Columns((_, sum) => sum.Correct))
        .Add("hints", "int", sums.Columns((_, sum) => sum.Hints))
        .Add("response_ms", "bigint", sums.Columns((_, sum) => sum.ResponseMs))
        .Add("mastery", "smallint", sums.Columns((_, sum) => sum.Mastery))
        .Add("first_practised_at", BulkRows.Instant, sums.Columns((_, sum) => PgTime.Moment(sum.FirstAt)))
        .Add("last_practised_at", BulkRows.Instant, sums.Columns((_, sum) => PgTime.Moment(sum.LastAt)))
        .Add("mastered_at", BulkRows.Instant, sums.Columns((_, sum) => Moment(sum.MasteredAt)))
        .Add("three_in_a_row_at", BulkRows.Instant, sums.Columns((_, sum) => Moment(sum.ThreeInARowAt))),
        2, """
        attempts = t.attempts + excluded.attempts, correct = t.correct + excluded.correct,
        hints = t.hints + excluded.hints, response_ms = t.response_ms + excluded.response_ms,
        mastery = excluded.mastery,
        first_practised_at = least(t.first_practised_at, excluded.first_practised_at),
        last_practised_at = greatest(t.last_practised_at, excluded.last_practised_at),
        mastered_at = least(t.mastered_at, excluded.mastered_at),
        three_in_a_row_at = least(t.three_in_a_row_at, excluded.three_in_a_row_at)
        """) { Lacking = lacking };

    private static DateTime? Moment(long ms) => ms == long.MaxValue ? null : PgTime.Moment(ms);
}
