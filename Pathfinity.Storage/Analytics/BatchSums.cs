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
    private readonly KeyedSums<ClassroomSkillSum> classroomSkills = new();
    private readonly KeyedSums<StudentCareerSum> studentCareers = new();
    private readonly KeyedSums<ActiveSum> active = new();
    private readonly Rows rows;

    /// <param name="rows">Those that are stored now for the first time.</param>
    /// <param name="marks">They learn which classrooms have counted a student.</param>
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
        ClassroomSkillTable.Add(batch, schema, classroomSkills);
        StudentCareerTable.Add(batch, schema, studentCareers);
        SchoolActiveTable.Add(batch, schema, school, active);
        TestTables.Add(batch, schema, rows.Assessments);
        InterventionWeekTable.Add(batch, schema, rows.Interventions, rows.InterventionOutcomes);
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
