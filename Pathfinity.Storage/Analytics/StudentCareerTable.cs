using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>What one student did with one career.</summary>
internal struct StudentCareerSum
{
    public int Chosen;
    public int Explored;
    public int Minutes;
    public short? InterestFirst;
    public short? InterestLast;
    private int? first;
    private int? last;

    public readonly DateOnly FirstDay => PgTime.Date(first!.Value);

    public readonly DateOnly LastDay => PgTime.Date(last!.Value);

    public void Add(in JourneyRow row)
    {
        Meet(row.Day);
        Chosen++;
    }

    /// <summary>Explorations of a student come in order of sequence.</summary>
    public void Add(in ExplorationRow row)
    {
        Meet(row.Day);
        Explored++;
        Minutes += row.Minutes;
        InterestFirst ??= row.InterestBefore;
        InterestLast = row.InterestAfter;
    }

    private void Meet(int day) => (first, last) = (Math.Min(first ?? day, day), Math.Max(last ?? day, day));
}

internal static class StudentCareerTable
{
    /// <param name="sums">By student and career.</param>
    public static SumRows Of(string schema, KeyedSums<StudentCareerSum> sums, bool[] lacking) => new(
        $"{schema}.student_career",
        new BulkRows(sums.Count)
        .Add("student_id", "int", sums.Columns((key, _) => KeyedSums.High(key)))
        .Add("career_id", "int", sums.Columns((key, _) => KeyedSums.Low(key)))
        .Add("chosen", "int", sums.Columns((_, sum) => sum.Chosen))
        .Add("explored", "int", sums.Columns((_, sum) => sum.Explored))
        .Add("minutes", "int", sums.Columns((_, sum) => sum.Minutes))
        .Add("interest_first", "smallint", sums.Columns((_, sum) => sum.InterestFirst))
        .Add("interest_last", "smallint", sums.Columns((_, sum) => sum.InterestLast))
        .Add("first_day", "date", sums.Columns((_, sum) => sum.FirstDay))
        .Add("last_day", "date", sums.Columns((_, sum) => sum.LastDay)),
        2, """
        chosen = t.chosen + excluded.chosen, explored = t.explored + excluded.explored,
        minutes = t.minutes + excluded.minutes,
        interest_first = coalesce(t.interest_first, excluded.interest_first),
        interest_last = coalesce(excluded.interest_last, t.interest_last),
        first_day = least(t.first_day, excluded.first_day), last_day = greatest(t.last_day, excluded.last_day)
        """) { Lacking = lacking };
}
