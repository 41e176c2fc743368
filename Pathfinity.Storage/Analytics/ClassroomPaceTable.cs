using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>Skills that students of a classroom met for the first time in one week and subject.</summary>
internal struct PaceSum
{
    public int Met;
    public long Places;
}

/// <summary>Where in its course a classroom is, by week.</summary>
internal static class ClassroomPaceTable
{
    private const short First = 1;
    private const int Subjects = 4;

    /// <param name="sums">By classroom, and the number of the week since 1970 with the subject.</param>
    public static void Add(KeyedSums<PaceSum> sums, in AttemptRow row, PacingPlan plan)
    {
        if (row.Opportunity == First && plan.Of(row.Classroom, row.Skill) is { } place)
        {
            ref var sum = ref sums[row.Classroom, (PgTime.WeekOf(row.Day) * Subjects) + place.Subject];
            sum.Met++;
            sum.Places += place.Number;
        }
    }

    public static void Add(NpgsqlBatch batch, string schema, KeyedSums<PaceSum> sums) => new BulkRows(sums.Count)
        .Add("classroom_id", "int", sums.Columns((key, _) => KeyedSums.High(key)))
        .Add("week", "date", sums.Columns((key, _) => PgTime.Monday(KeyedSums.Low(key) / Subjects)))
        .Add("subject", "smallint", sums.Columns((key, _) => (short)(KeyedSums.Low(key) % Subjects)))
        .Add("met", "int", sums.Columns((_, sum) => sum.Met))
        .Add("places", "bigint", sums.Columns((_, sum) => sum.Places))
        .InsertInto(batch, $"{schema}.classroom_pace", """
            (classroom_id, week, subject) DO UPDATE SET met = t.met + excluded.met, places = t.places + excluded.places
            """);
}
