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
    private readonly KeyedSums<Tally> courses = new();
    private readonly KeyedSums<SkillSum> skills = new();
    private readonly KeyedSums<ResponseSum> responses = new();
    private readonly KeyedSums<CareerSum> careers = new();
    private readonly KeyedSums<ClassroomSkillSum> classroomSkills = new();
    private readonly KeyedSums<StudentCareerSum> studentCareers = new();
    private readonly KeyedSums<ActiveSum> active = new();
    private readonly KeyedSums<PaceSum> paces = new();
    private readonly TestTables tests;
    private readonly GuardianTables guardians;
    private readonly PacingPlan plan;
    private readonly Marks marks;
    private readonly Rows rows;

    /// <param name="rows">Those that are stored now for the first time.</param>
    /// <param name="marks">They know the school years, and learn which classrooms have counted a student.</param>
    /// <param name="plan">It covers <see cref="Classrooms"/>.</param>
    public BatchSums(int school, Rows rows, Marks marks, PacingPlan plan)
    {
        (this.school, this.rows, this.marks, this.plan) = (school, rows, marks, plan);
        Attempts();
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
        Spans();
        tests = new TestTables(rows.Assessments, plan);
        guardians = new GuardianTables(school, rows, marks);
    }

    /// <summary>The classrooms that rows name.</summary>
    public static HashSet<int> Classrooms(Rows rows)
    {
        var found = new HashSet<int>();
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Attempts))
        {
            found.Add(row.Classroom);
        }
        found.UnionWith(rows.Visits.Select(row => row.Classroom));
        found.UnionWith(rows.Sessions.Select(row => row.Classroom).Where(classroom => classroom >= 0));
        found.UnionWith(rows.Assessments.Select(row => row.Classroom));
        return found;
    }

    /// <summary>Writes the many rows that are new, and gives the statements that add the others.</summary>
    public async Task StoreAsync(
        NpgsqlConnection connection, NpgsqlBatch batch, string schema, CancellationToken cancellation)
    {
        SumRows[] tables =
        [
            DayTables.OfStudents(schema, students, NewDays()),
            DayTables.OfStudentYears(schema, studentYears, NewOfStudents(studentYears)),
            StudentSkillTable.Of(schema, skills, NewOfStudents(skills)),
            QuestionStatsTable.Of(schema, school, responses, marks.IsSchoolsFirst),
            CareerInterestTable.Of(schema, school, careers, NewOfSchool(careers)),
            ClassroomSkillTable.Of(schema, classroomSkills, NewOfSchool(classroomSkills)),
            StudentCareerTable.Of(schema, studentCareers, NewOfStudents(studentCareers)),
            DayTables.OfClassrooms(schema, classrooms, NewOfSchool(classrooms)),
            DayTables.OfCourses(schema, school, courses, NewOfSchool(courses)),
        ];
        await CopyNewAsync(connection, Array.FindAll(tables, table => table.IsLarge), cancellation);
        Array.ForEach(tables, table => table.AddTo(batch));
        DayTables.AddSchool(batch, schema, schoolDays);
        SchoolActiveTable.Add(batch, schema, school, active);
        tests.Add(batch, schema);
        ClassroomPaceTable.Add(batch, schema, paces);
        InterventionWeekTable.Add(batch, schema, rows.Interventions, rows.InterventionOutcomes);
        guardians.Add(batch, schema);
    }

    private static async Task CopyNewAsync(
        NpgsqlConnection connection, SumRows[] tables, CancellationToken cancellation)
    {
        await using (var questions = new NpgsqlBatch(connection))
        {
            var asked = Array.FindAll(tables, table => table.Ask(questions));
            if (asked.Length > 0)
            {
                await using var answers = await questions.ExecuteReaderAsync(cancellation);
                foreach (var table in asked)
                {
                    await table.HearAsync(answers, cancellation);
                    await answers.NextResultAsync(cancellation);
                }
            }
        }
        foreach (var table in tables)
        {
            await table.Copied().CopyAsync(connection, table.Table, cancellation);
        }
    }

    /// <summary>Which rows are of students of whom nothing is stored.</summary>
    private bool[] NewOfStudents<T>(KeyedSums<T> sums)
        where T : struct => sums.Columns((key, _) => marks.IsFirst(KeyedSums.High(key)));

    private bool[] NewOfSchool<T>(KeyedSums<T> sums)
        where T : struct => sums.Columns((_, _) => marks.IsSchoolsFirst);

    /// <summary>Which days of students are new: of what is stored of a student, only its last day can go on.</summary>
    private bool[] NewDays()
    {
        var last = -1;
        return students.Columns((key, _) =>
        {
            var goesOn = KeyedSums.High(key) == last;
            last = KeyedSums.High(key);
            return goesOn || marks.IsFirst(last);
        });
    }

    private void Attempts()
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
            ClassroomPaceTable.Add(paces, row, plan);
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

    private void Spans()
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
        keys = classrooms.Keys;
        days = classrooms.Values;
        for (var i = 0; i < keys.Length; i++)
        {
            courses[plan.CourseOf(KeyedSums.High(keys[i])), KeyedSums.Low(keys[i])].Add(days[i]);
        }
    }
}
