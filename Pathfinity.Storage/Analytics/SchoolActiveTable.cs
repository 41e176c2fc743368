using Npgsql;

namespace Pathfinity.Storage;

/// <summary>A school's students with an attempt in a week or month.</summary>
internal struct ActiveSum
{
    public int Students;
    public int Newcomers;
    public int Retained;
}

internal static class SchoolActiveTable
{
    private const int Week = 0;
    private const int Month = 1;
    private static readonly string[] Grains = ["week", "month"];

    /// <summary>Adds a student on whose first attempt of a day it is the day.</summary>
    /// <param name="sums">By grain and the number of the week or month since 1970.</param>
    /// <param name="lastDay">The day of the attempt before; the smallest number for none.</param>
    public static void Add(KeyedSums<ActiveSum> sums, int day, int lastDay)
    {
        Add(ref sums[Week, PgTime.WeekOf(day)], lastDay == int.MinValue ? null : PgTime.WeekOf(lastDay) - PgTime.WeekOf(day));
        Add(ref sums[Month, MonthOf(day)], lastDay == int.MinValue ? null : MonthOf(lastDay) - MonthOf(day));
    }

    public static void Add(NpgsqlBatch batch, string schema, int school, KeyedSums<ActiveSum> sums)
    {
        var met = sums.Columns(KeyValuePair.Create).Where(pair => pair.Value.Students > 0).ToArray();
        new BulkRows(met.Length)
            .Add("school_id", "int", Array.ConvertAll(met, _ => school))
            .Add("grain", "text", Array.ConvertAll(met, pair => Grains[KeyedSums.High(pair.Key)]))
            .Add("first_day", "date", Array.ConvertAll(met, pair => FirstDay(KeyedSums.High(pair.Key), KeyedSums.Low(pair.Key))))
            .Add("students", "int", Array.ConvertAll(met, pair => pair.Value.Students))
            .Add("newcomers", "int", Array.ConvertAll(met, pair => pair.Value.Newcomers))
            .Add("retained", "int", Array.ConvertAll(met, pair => pair.Value.Retained))
            .InsertInto(batch, $"{schema}.school_active", """
                (school_id, grain, first_day) DO UPDATE SET students = t.students + excluded.students,
                    newcomers = t.newcomers + excluded.newcomers, retained = t.retained + excluded.retained
                """);
    }

    /// <param name="since">From this span back to that of the attempt before; none when there was none.</param>
    private static void Add(ref ActiveSum sum, int? since)
    {
        sum.Students += since == 0 ? 0 : 1;
        sum.Newcomers += since is null ? 1 : 0;
        sum.Retained += since == -1 ? 1 : 0;
    }

    private static int MonthOf(int day)
    {
        var date = PgTime.Date(day);
        return (date.Year * 12) + date.Month - 1;
    }

    private static DateOnly FirstDay(int grain, int number) =>
        grain == Week ? PgTime.Monday(number) : new DateOnly(number / 12, (number % 12) + 1, 1);
}
