using Npgsql;

namespace Pathfinity.Storage;

/// <summary>The tables with a row for each day of somebody or some place.</summary>
internal static class DayTables
{
    private delegate int Count(in Tally tally);

    private delegate long Total(in Tally tally);

    private static readonly (string Column, Count Value)[] WorkCounts =
    [
        ("attempts", (in Tally t) => t.Attempts), ("correct", (in Tally t) => t.Correct), ("hints", (in Tally t) => t.Hints),
        ("assessments", (in Tally t) => t.Assessments),
        ("assessments_correct", (in Tally t) => t.AssessmentsCorrect), ("mastered", (in Tally t) => t.Mastered),
        ("visits", (in Tally t) => t.Visits), ("visits_completed", (in Tally t) => t.VisitsCompleted),
        ("sessions", (in Tally t) => t.Sessions),
    ];

    private static readonly (string Column, Count Value)[] LifeCounts =
    [
        ("journeys", (in Tally t) => t.Journeys), ("journeys_completed", (in Tally t) => t.JourneysCompleted),
        ("explorations", (in Tally t) => t.Explorations), ("present", (in Tally t) => t.Present),
        ("absent", (in Tally t) => t.Absent), ("tardy", (in Tally t) => t.Tardy),
    ];

    private static readonly (string Column, Total Value)[] WorkTotals =
        [("response_ms", (in Tally t) => t.ResponseMs), ("session_ms", (in Tally t) => t.SessionMs)];

    /// <param name="sums">By student and day.</param>
    public static SumRows OfStudents(string schema, KeyedSums<Tally> sums, bool[] lacking)
    {
        var rows = Rows("student_id", "active", sums, [.. WorkCounts, .. LifeCounts]);
        return new SumRows($"{schema}.student_day", rows, 2, Added(rows, 2)) { Lacking = lacking };
    }

    /// <param name="sums">By student and school year.</param>
    public static SumRows OfStudentYears(string schema, KeyedSums<Tally> sums, bool[] lacking)
    {
        var rows = new BulkRows(sums.Count)
            .Add("student_id", "int", sums.Columns((key, _) => KeyedSums.High(key)))
            .Add("year", "smallint", sums.Columns((key, _) => (short)KeyedSums.Low(key)));
        AddColumns(rows, "active", sums, [.. WorkCounts, .. LifeCounts]);
        return new SumRows($"{schema}.student_totals", rows, 2, Added(rows, 2)) { Lacking = lacking };
    }

    public static void AddSchool(NpgsqlBatch batch, string schema, KeyedSums<Tally> sums)
    {
        var rows = Rows("school_id", "students", sums, [.. WorkCounts, .. LifeCounts]);
        rows.InsertInto(batch, $"{schema}.school_day", $"(school_id, day) DO UPDATE SET {Added(rows, 2)}");
    }

    /// <param name="sums">By classroom and day.</param>
    public static SumRows OfClassrooms(string schema, KeyedSums<Tally> sums, bool[] lacking)
    {
        var rows = Rows("classroom_id", "students", sums, WorkCounts);
        return new SumRows($"{schema}.classroom_day", rows, 2, Added(rows, 2)) { Lacking = lacking };
    }

    /// <param name="sums">By course and day.</param>
    public static SumRows OfCourses(string schema, int school, KeyedSums<Tally> sums, bool[] lacking)
    {
        var rows = new BulkRows(sums.Count)
            .Add("course_id", "int", sums.Columns((key, _) => KeyedSums.High(key)))
            .Add("school_id", "int", sums.Columns((_, _) => school))
            .Add("day", "date", sums.Columns((key, _) => PgTime.Date(KeyedSums.Low(key))));
        AddColumns(rows, "students", sums, WorkCounts);
        return new SumRows($"{schema}.course_day", rows, 3, Added(rows, 3)) { Lacking = lacking };
    }

    private static BulkRows Rows(
        string key, string active, KeyedSums<Tally> sums, (string Column, Count Value)[] counts)
    {
        var rows = new BulkRows(sums.Count)
            .Add(key, "int", sums.Columns((key, _) => KeyedSums.High(key)))
            .Add("day", "date", sums.Columns((key, _) => PgTime.Date(KeyedSums.Low(key))));
        AddColumns(rows, active, sums, counts);
        return rows;
    }

    private static void AddColumns(
        BulkRows rows, string active, KeyedSums<Tally> sums, (string Column, Count Value)[] counts)
    {
        rows.Add(active, "int", sums.Columns((_, tally) => tally.Students));
        foreach (var (column, value) in counts)
        {
            rows.Add(column, "int", sums.Columns((_, tally) => value(tally)));
        }
        foreach (var (column, value) in WorkTotals)
        {
            rows.Add(column, "bigint", sums.Columns((_, tally) => value(tally)));
        }
    }

    private static string Added(BulkRows rows, int keys) =>
        string.Join(", ", rows.Names.Skip(keys).Select(column => $"{column} = t.{column} + excluded.{column}"));
}
