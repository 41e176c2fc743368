using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>Sums over a classroom's attempts at one skill.</summary>
internal struct ClassroomSkillSum
{
    /// <summary>The meeting with a skill at which a student without mastery counts as stuck.</summary>
    private const int Stuck = 15;
    private const int Mastery = 800;

    public int Attempts;
    public int Correct;
    public int Hints;
    public long ResponseMs;
    public int Met;
    public int Mastered;
    public int StuckAt;
    public int Freed;

    public void Add(in AttemptRow row)
    {
        var mastered = (row.Flags & AttemptFlags.Mastered) != 0;
        Attempts++;
        Correct += row.Correct ? 1 : 0;
        Hints += row.Hints;
        ResponseMs += row.ResponseMs;
        Met += row.Opportunity == 1 ? 1 : 0;
        Mastered += mastered ? 1 : 0;
        StuckAt += row.Opportunity == Stuck && row.Mastery < Mastery ? 1 : 0;
        Freed += row.Opportunity > Stuck && mastered ? 1 : 0;
    }
}

internal static class ClassroomSkillTable
{
    /// <param name="sums">By classroom and skill.</param>
    public static SumRows Of(string schema, KeyedSums<ClassroomSkillSum> sums, bool[] lacking) => new(
        $"{schema}.classroom_skill",
        new BulkRows(sums.Count)
        .Add("classroom_id", "int", sums.Columns((key, _) => KeyedSums.High(key)))
        .Add("skill_id", "int", sums.Columns((key, _) => KeyedSums.Low(key)))
        .Add("attempts", "int", sums.Columns((_, sum) => sum.Attempts))
        .Add("correct", "int", sums.Columns((_, sum) => sum.Correct))
        .Add("hints", "int", sums.Columns((_, sum) => sum.Hints))
        .Add("response_ms", "bigint", sums.Columns((_, sum) => sum.ResponseMs))
        .Add("met", "int", sums.Columns((_, sum) => sum.Met))
        .Add("mastered", "int", sums.Columns((_, sum) => sum.Mastered))
        .Add("stuck", "int", sums.Columns((_, sum) => sum.StuckAt))
        .Add("freed", "int", sums.Columns((_, sum) => sum.Freed)),
        2, """
        attempts = t.attempts + excluded.attempts, correct = t.correct + excluded.correct,
        hints = t.hints + excluded.hints, response_ms = t.response_ms + excluded.response_ms,
        met = t.met + excluded.met, mastered = t.mastered + excluded.mastered,
        stuck = t.stuck + excluded.stuck, freed = t.freed + excluded.freed
        """) { Lacking = lacking };
}
