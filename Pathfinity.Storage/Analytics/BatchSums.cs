using System.Runtime.InteropServices;
using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>What one batch adds to every analytics table.</summary>
internal sealed class BatchSums
{
    private readonly int school;
    private readonly KeyedSums<Tally> students = new();
    private readonly KeyedSums<Tally> classrooms = new();
    private readonly KeyedSums<SkillSum> skills = new();
    private readonly KeyedSums<ResponseSum> responses = new();
    private readonly KeyedSums<CareerSum> careers = new();

    /// <param name="rows">Those that are stored now for the first time.</param>
    /// <param name="marks">They learn which classrooms have counted a student.</param>
    public BatchSums(int school, Rows rows, Marks marks)
    {
        this.school = school;
        Attempts(rows.Attempts, marks);
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
        Careers(rows);
    }

    /// <summary>The statements that add it all.</summary>
    public void AddTo(NpgsqlBatch batch, string schema)
    {
        DayTables.AddStudents(batch, schema, students);
        DayTables.AddClassrooms(batch, schema, classrooms);
        DayTables.AddSchool(batch, schema, SchoolDays());
        StudentSkillTable.Add(batch, schema, skills);
        QuestionStatsTable.Add(batch, schema, school, responses);
        CareerInterestTable.Add(batch, schema, school, careers);
    }

    private void Attempts(List<AttemptRow> rows, Marks marks)
    {
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows))
        {
            var student = ActivityId.Student(row.Id);
            var (anywhere, there) = marks.Meet(student, row.Day, row.Classroom);
            ref var own = ref students[student, row.Day];
            own.Add(row);
            own.Students += anywhere ? 1 : 0;
            ref var classroom = ref classrooms[row.Classroom, row.Day];
            classroom.Add(row);
            classroom.Students += there ? 1 : 0;
            skills[student, row.Skill].Add(row);
            responses[row.Question, row.Response].Add(row);
        }
    }

    private void Careers(Rows rows)
    {
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Journeys))
        {
            students[ActivityId.Student(row.Id), row.Day].Add(row);
            careers[row.Career, row.Day].Add(row);
        }
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Explorations))
        {
            students[ActivityId.Student(row.Id), row.Day].Explorations++;
            careers[row.Career, row.Day].Add(row);
        }
    }

    private KeyedSums<Tally> SchoolDays()
    {
        var days = new KeyedSums<Tally>();
        foreach (var (key, tally) in students.Sorted)
        {
            days[school, KeyedSums.Low(key)].Add(tally);
        }
        return days;
    }
}
