using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>Sums over what a school's students did with one career on one day.</summary>
internal struct CareerSum
{
    private const int Recommended = 3;

    public int Chosen;
    public int Browsed;
    public int Explored;
    public int Minutes;
    public long InterestBefore;
    public long InterestAfter;

    public void Add(in JourneyRow row)
    {
        Chosen++;
        Browsed += row.ListPosition >= Recommended ? 1 : 0;
    }

    public void Add(in ExplorationRow row)
    {
        Explored++;
        Minutes += row.Minutes;
        InterestBefore += row.InterestBefore;
        InterestAfter += row.InterestAfter;
    }
}

internal static class CareerInterestTable
{
    /// <param name="sums">By career and day.</param>
    public static SumRows Of(string schema, int school, KeyedSums<CareerSum> sums, bool[] lacking) => new(
        $"{schema}.career_interest",
        new BulkRows(sums.Count)
            .Add("career_id", "int", sums.Columns((key, _) => KeyedSums.High(key)))
            .Add("school_id", "int", sums.Columns((_, _) => school))
            .Add("day", "date", sums.Columns((key, _) => PgTime.Date(KeyedSums.Low(key))))
            .Add("chosen", "int", sums.Columns((_, sum) => sum.Chosen))
            .Add("browsed", "int", sums.Columns((_, sum) => sum.Browsed))
            .Add("explored", "int", sums.Columns((_, sum) => sum.Explored))
            .Add("minutes", "int", sums.Columns((_, sum) => sum.Minutes))
            .Add("interest_before", "bigint", sums.Columns((_, sum) => sum.InterestBefore))
            .Add("interest_after", "bigint", sums.Columns((_, sum) => sum.InterestAfter)),
        3, """
        chosen = t.chosen + excluded.chosen, browsed = t.browsed + excluded.browsed,
        explored = t.explored + excluded.explored, minutes = t.minutes + excluded.minutes,
        interest_before = t.interest_before + excluded.interest_before,
        interest_after = t.interest_after + excluded.interest_after
        """) { Lacking = lacking };
}
