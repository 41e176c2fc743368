using Npgsql;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>What tests add: a student's benchmark scores of a year, and a classroom's results by kind of test.</summary>
internal static class TestTables
{
    private const int Passed = 600;

    public static void Add(NpgsqlBatch batch, string schema, List<AssessmentRow> tests)
    {
        AddClassrooms(batch, schema, tests);
        AddBenchmarks(batch, schema, [.. tests.Where(test => test.Kind == AssessmentKind.Benchmark)]);
    }

    private static void AddClassrooms(NpgsqlBatch batch, string schema, List<AssessmentRow> tests)
    {
        var rows = Keys(tests)
            .Add("kind", "smallint", [.. tests.Select(test => (short)test.Kind)])
            .Add("retaken", "int", [.. tests.Select(test => test.RetakeOf >= 0 ? 1 : 0)])
            .Add("items", "int", [.. tests.Select(test => (int)test.Items)])
            .Add("correct", "int", [.. tests.Select(test => (int)test.Correct)])
            .Add("passed", "int", [.. tests.Select(test => test.Correct * 1000 >= test.Items * Passed ? 1 : 0)]);
        rows.Run(batch, $"""
            INSERT INTO {schema}.classroom_tests AS t
                (classroom_id, subject, kind, window_number, taken, retaken, items, correct, passed)
            SELECT classroom_id, subject, kind, window_number, count(*), sum(retaken), sum(items), sum(correct), sum(passed)
            FROM ({rows.Query}) AS tests GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
            ON CONFLICT (classroom_id, subject, kind, window_number) DO UPDATE SET
                taken = t.taken + excluded.taken, retaken = t.retaken + excluded.retaken, items = t.items + excluded.items,
                correct = t.correct + excluded.correct, passed = t.passed + excluded.passed
            """);
    }

    // A test taken again counts for the one before it.
    private static void AddBenchmarks(NpgsqlBatch batch, string schema, List<AssessmentRow> tests)
    {
        var rows = Keys(tests)
            .Add("id", "bigint", [.. tests.Select(test => test.Id)])
            .Add("score", "smallint", [.. tests.Select(test => test.Score)]);
        rows.Run(batch, $"""
            INSERT INTO {schema}.student_benchmark AS t (student_id, year, subject, autumn, winter, spring)
            SELECT (tests.id >> 32)::int, year, subject,
                {string.Join(", ", Enumerable.Range(1, 3).Select(Last))}
            FROM ({rows.Query}) AS tests JOIN {schema}.classrooms AS c ON c.id = classroom_id
            GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            ON CONFLICT (student_id, year, subject) DO UPDATE SET autumn = coalesce(excluded.autumn, t.autumn),
                winter = coalesce(excluded.winter, t.winter), spring = coalesce(excluded.spring, t.spring)
            """);
    }

    private static BulkRows Keys(List<AssessmentRow> tests) => new BulkRows(tests.Count)
        .Add("classroom_id", "int", [.. tests.Select(test => test.Classroom)])
        .Add("subject", "smallint", [.. tests.Select(test => (short)test.Subject)])
        .Add("window_number", "smallint", [.. tests.Select(test => (short)test.Window)]);

    private static string Last(int window) => FormattableString.Invariant(
        $"(array_agg(score ORDER BY tests.id DESC) FILTER (WHERE window_number = {window}))[1]");
}
