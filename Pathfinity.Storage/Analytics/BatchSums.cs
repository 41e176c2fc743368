using System.Runtime.InteropServices;
using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>What one batch adds to every analytics table.</summary>
internal sealed class BatchSums
{
    private readonly int school;
    private readonly KeyedSums<Tally> students = new();
    private readonly KeyedSums<Tally> studentYears = new();
    private readonly KeyedSums<Tally> schoolDays = new();
    private readonly KeyedSums<Tally> classrooms = new();
    private readonly KeyedSums<SkillSum> skills = new();
    private readonly KeyedSums<ResponseSum> responses = new();
    private readonly KeyedSums<CareerSum> careers = new();
    private readonly KeyedSums<ClassroomSkillSum> classroomSkills = new();
    private readonly KeyedSums<StudentCareerSum> studentCareers = new();
    private readonly KeyedSums<ActiveSum> active = new();
    private readonly Rows rows;

    /// <param name="rows">Those that are stored now for the first time.</param>
    /// <param name="marks">They know the school years, and learn which classrooms have counted a student.</param>
    public BatchSums(int school, Rows rows, Marks marks)
    {
        (this.school, this.rows) = (school, rows);
        Attempts(marks);
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Visits))
        {
            students[ActivityId.Student(row.Id), row.Day].Add(row);
            classrooms[row.Classroom, row.Day].Add(row);
        }
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Sessions))
        {
            students[ActivityId.Student(row.Id), row.Day].Add(row);
            if (row.Classroom >= 0)
            {
                classrooms[row.Classroom, row.Day].Add(row);
            }
        }
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Attendance))
        {
            students[ActivityId.Student(row.Id), row.Day].Add(row);
        }
        Careers();
        Spans(marks);
    }

    /// <summary>Writes the many rows that are new, and gives the statements that add the others.</summary>
    public async Task StoreAsync(
        NpgsqlConnection connection, NpgsqlBatch batch, string schema, CancellationToken cancellation)
    {
        SumRows[] tables =
        [
            DayTables.OfStudents(schema, students),
            DayTables.OfStudentYears(schema, studentYears),
            StudentSkillTable.Of(schema, skills),
            QuestionStatsTable.Of(schema, school, responses),
            CareerInterestTable.Of(schema, school, careers),
            ClassroomSkillTable.Of(schema, classroomSkills),
            StudentCareerTable.Of(schema, studentCareers),
        ];
        await CopyNewAsync(connection, Array.FindAll(tables, table => table.IsAsked), cancellation);
        Array.ForEach(tables, table => table.AddTo(batch));
        DayTables.AddClassrooms(batch, schema, classrooms);
        DayTables.AddSchool(batch, schema, schoolDays);
        SchoolActiveTable.Add(batch, schema, school, active);
        TestTables.Add(batch, schema, rows.Assessments);
        ClassroomPaceTable.Add(batch, schema, rows.Attempts);
        InterventionWeekTable.Add(batch, schema, rows.Interventions, rows.InterventionOutcomes);
    }

    private static async Task CopyNewAsync(
        NpgsqlConnection connection, SumRows[] tables, CancellationToken cancellation)
    {
        if (tables.Length == 0)
        {
            return;
        }
        var copied = new List<(string Table, BulkRows Rows)>();
        await using (var questions = new NpgsqlBatch(connection))
        {
            Array.ForEach(tables, table => table.Ask(questions));
            await using var answers = await questions.ExecuteReaderAsync(cancellation);
            foreach (var table in tables)
            {
                copied.Add((table.Table, await table.HearAsync(answers, cancellation)));
                await answers.NextResultAsync(cancellation);
            }
        }
        foreach (var (table, rows) in copied)
        {
            await rows.CopyAsync(connection, table, cancellation);
        }
    }

    private void Attempts(Marks marks)
    {
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Attempts))
        {
            var student = ActivityId.Student(row.Id);
            var met = marks.Meet(student, row);
            ref var own = ref students[student, row.Day];
            own.Add(row);
            own.Students += met.Anywhere ? 1 : 0;
            ref var classroom = ref classrooms[row.Classroom, row.Day];
            classroom.Add(row);
            classroom.Students += met.There ? 1 : 0;
            skills[student, row.Skill].Add(row);
            responses[row.Question, row.Response].Add(row, met);
            classroomSkills[row.Classroom, row.Skill].Add(row);
            if (met.Anywhere)
            {
                SchoolActiveTable.Add(active, row.Day, met.LastDay);
            }
        }
    }

    private void Careers()
    {
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Journeys))
        {
            students[ActivityId.Student(row.Id), row.Day].Add(row);
            careers[row.Career, row.Day].Add(row);
            studentCareers[ActivityId.Student(row.Id), row.Career].Add(row);
        }
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Explorations))
        {
            students[ActivityId.Student(row.Id), row.Day].Explorations++;
            careers[row.Career, row.Day].Add(row);
            studentCareers[ActivityId.Student(row.Id), row.Career].Add(row);
        }
    }

    private void Spans(Marks marks)
    {
        var keys = students.Keys;
        var days = students.Values;
        for (var i = 0; i < keys.Length; i++)
        {
            var (student, day) = (KeyedSums.High(keys[i]), KeyedSums.Low(keys[i]));
            schoolDays[school, day].Add(days[i]);
            if (marks.YearOf(day) is { } year)
            {
                studentYears[student, year].Add(days[i]);
            }
        }
    }
}
