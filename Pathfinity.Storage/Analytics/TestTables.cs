using System.Runtime.InteropServices;
using Npgsql;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>What tests add: a student's benchmark scores of a year, and a classroom's results by kind of test.</summary>
internal sealed class TestTables
{
    private const int Passed = 600;
    private const int Subjects = 4;
    private const int Kinds = 16;
    private readonly KeyedSums<TestSum> classrooms = new();
    private readonly KeyedSums<Scores> students = new();

    /// <param name="tests">A student's in the order of sequence.</param>
    /// <param name="plan">It covers the classrooms of the tests.</param>
    public TestTables(List<AssessmentRow> tests, PacingPlan plan)
    {
        foreach (ref readonly var test in CollectionsMarshal.AsSpan(tests))
        {
            classrooms[test.Classroom, (((test.Window * Kinds) + (int)test.Kind) * Subjects) + (int)test.Subject].Add(test);
            if (test.Kind == AssessmentKind.Benchmark)
            {
                students[ActivityId.Student(test.Id), (plan.YearOf(test.Classroom) * Subjects) + (int)test.Subject].Add(test);
            }
        }
    }

    public void Add(NpgsqlBatch batch, string schema)
    {
        new BulkRows(classrooms.Count)
            .Add("classroom_id", "int", classrooms.Columns((key, _) => KeyedSums.High(key)))
            .Add("subject", "smallint", classrooms.Columns((key, _) => (short)(KeyedSums.Low(key) % Subjects)))
            .Add("kind", "smallint", classrooms.Columns((key, _) => (short)(KeyedSums.Low(key) / Subjects % Kinds)))
            .Add("window_number", "smallint", classrooms.Columns((key, _) => (short)(KeyedSums.Low(key) / Subjects / Kinds)))
            .Add("taken", "int", classrooms.Columns((_, sum) => sum.Taken))
            .Add("retaken", "int", classrooms.Columns((_, sum) => sum.Retaken))
            .Add("items", "int", classrooms.Columns((_, sum) => sum.Items))
            .Add("correct", "int", classrooms.Columns((_, sum) => sum.Correct))
            .Add("passed", "int", classrooms.Columns((_, sum) => sum.Passed))
            .InsertInto(batch, $"{schema}.classroom_tests", """
                (classroom_id, subject, kind, window_number) DO UPDATE SET
                    taken = t.taken + excluded.taken, retaken = t.retaken + excluded.retaken, items = t.items + excluded.items,
                    correct = t.correct + excluded.correct, passed = t.passed + excluded.passed
                """);
        new BulkRows(students.Count)
            .Add("student_id", "int", students.Columns((key, _) => KeyedSums.High(key)))
            .Add("year", "smallint", students.Columns((key, _) => (short)(KeyedSums.Low(key) / Subjects)))
            .Add("subject", "smallint", students.Columns((key, _) => (short)(KeyedSums.Low(key) % Subjects)))
            .Add("autumn", "smallint", students.Columns((_, scores) => scores.Autumn))
            .Add("winter", "smallint", students.Columns((_, scores) => scores.Winter))
            .Add("spring", "smallint", students.Columns((_, scores) => scores.Spring))
            .InsertInto(batch, $"{schema}.student_benchmark", """
                (student_id, year, subject) DO UPDATE SET autumn = coalesce(excluded.autumn, t.autumn),
                    winter = coalesce(excluded.winter, t.winter), spring = coalesce(excluded.spring, t.spring)
                """);
    }

    private struct TestSum
    {
        public int Taken;
        public int Retaken;
        public int Items;
        public int Correct;
        public int Passed;

        public void Add(in AssessmentRow test)
        {
            Taken++;
            Retaken += test.RetakeOf >= 0 ? 1 : 0;
            Items += test.Items;
            Correct += test.Correct;
            Passed += test.Correct * 1000 >= test.Items * TestTables.Passed ? 1 : 0;
        }
    }

    /// <summary>A student's of a year, by window; a test taken again counts for the one before it.</summary>
    private struct Scores
    {
        public short? Autumn;
        public short? Winter;
        public short? Spring;

        public void Add(in AssessmentRow test)
        {
            Autumn = test.Window == 1 ? test.Score : Autumn;
            Winter = test.Window == 2 ? test.Score : Winter;
            Spring = test.Window == 3 ? test.Score : Spring;
        }
    }
}
