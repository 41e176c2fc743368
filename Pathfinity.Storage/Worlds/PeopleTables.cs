using Npgsql;
using Pathfinity.Curriculum;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>People, classrooms and enrolments of a school year; what is there already stays as it is.</summary>
internal static class PeopleTables
{
    /// <summary>Tables whose rows say whether they are synthetic or imported.</summary>
    public static readonly string[] WithOrigin = ["schools", "teachers", "students", "guardians"];

    private const string Nothing = "DO NOTHING";

    // Worlds that are older than co-teachers get theirs.
    private const string CoTeachers =
        "(id) DO UPDATE SET co_teacher_id = excluded.co_teacher_id WHERE t.co_teacher_id IS DISTINCT FROM excluded.co_teacher_id";

    public static void Write(NpgsqlBatch batch, string schema, Roster roster)
    {
        new BulkRows(1)
            .Add("year", "smallint", [(short)roster.Year])
            .Add("first_day", "date", [PgTime.Date(roster.FirstDay)])
            .Add("last_day", "date", [PgTime.Date(roster.LastDay)])
            .InsertInto(batch, $"{schema}.school_years", Nothing);
        Schools(batch, schema, [.. roster.Schools]);
        Courses(batch, schema, [.. roster.Courses]);
        Teachers(batch, schema, [.. roster.Teachers]);
        Classrooms(batch, schema, roster.Year, [.. roster.Classrooms]);
        Students(batch, schema, [.. roster.Students]);
        StudentYears(batch, schema, roster);
        Guardians(batch, schema, [.. roster.Guardians]);
        Substitutes(batch, schema, [.. roster.TeacherAbsences]);
        Enrollments(batch, schema, [.. roster.Classrooms.SelectMany(c => c.Members.Select(m => (c.Id, m)))]);
        batch.BatchCommands.Add(new(GuardianTables.CountGroups(schema, roster.Year)));
    }

    /// <summary>
    /// Whether a year is there as <see cref="Write"/> leaves it. A year is written in one transaction, so that only what
    /// came to worlds with later versions can be lacking; to count takes a tenth of what it takes to write again.
    /// </summary>
    public static async Task<bool> AreThereAsync(
        NpgsqlConnection connection, string schema, Roster roster, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            SELECT
                (SELECT count(*) FROM {schema}.student_years WHERE year = $1),
                (SELECT count(*) FROM {schema}.guardians JOIN {schema}.student_years USING (student_id) WHERE year = $1),
                (SELECT count(*) FROM {schema}.classrooms WHERE year = $1),
                (SELECT count(co_teacher_id) FROM {schema}.classrooms WHERE year = $1),
                (SELECT count(*) FROM {schema}.enrollments JOIN {schema}.classrooms ON id = classroom_id WHERE year = $1),
                (SELECT count(*) FROM {schema}.substitute_days WHERE day BETWEEN $2 AND $3),
                (SELECT count(DISTINCT school_id) FROM {schema}.guardian_groups WHERE year = $1)
            """, connection);
        command.Parameters.Add(new() { Value = (short)roster.Year });
        command.Parameters.Add(new() { Value = PgTime.Date(roster.FirstDay) });
        command.Parameters.Add(new() { Value = PgTime.Date(roster.LastDay) });
        long[] written =
        [
            roster.Students.Length, roster.Guardians.Length, roster.Classrooms.Length,
            roster.Classrooms.Count(classroom => classroom.CoTeacher is not null),
            roster.Classrooms.Sum(classroom => classroom.Members.Length), roster.TeacherAbsences.Length,
            roster.Students.Select(student => roster.SchoolOf(student.Id)).Distinct().Count(),
        ];
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return Enumerable.Range(0, written.Length).All(i => reader.GetInt64(i) == written[i]);
    }

    private static void Schools(NpgsqlBatch batch, string schema, School[] schools) => new BulkRows(schools.Length)
        .Add("id", "int", Array.ConvertAll(schools, s => s.Id))
        .Add("name", "text", Array.ConvertAll(schools, s => s.Name))
        .Add("level", "text", Array.ConvertAll(schools, s => Key(s.Level)))
        .Add("low_grade", "text", Array.ConvertAll(schools, s => s.Low.ToString()))
        .Add("high_grade", "text", Array.ConvertAll(schools, s => s.High.ToString()))
        .Add("time_zone", "text", Array.ConvertAll(schools, s => s.Zone))
        .InsertInto(batch, $"{schema}.schools", Nothing);

    private static void Courses(NpgsqlBatch batch, string schema, Course[] courses) => new BulkRows(courses.Length)
        .Add("id", "int", Array.ConvertAll(courses, c => c.Id))
        .Add("title", "text", Array.ConvertAll(courses, c => c.Title))
        .Add("grade", "text", Array.ConvertAll(courses, c => c.Grade.ToString()))
        .Add("subject", "text", Array.ConvertAll(courses, c => c.Subject?.Key()))
        .InsertInto(batch, $"{schema}.courses", Nothing);

    private static void Teachers(NpgsqlBatch batch, string schema, Teacher[] teachers) => new BulkRows(teachers.Length)
        .Add("id", "int", Array.ConvertAll(teachers, t => t.Id))
        .Add("school_id", "int", Array.ConvertAll(teachers, t => t.School))
        .Add("given_name", "text", Array.ConvertAll(teachers, t => t.GivenName))
        .Add("family_name", "text", Array.ConvertAll(teachers, t => t.FamilyName))
        .Add("email", "text", Array.ConvertAll(teachers, t => t.Email))
        .InsertInto(batch, $"{schema}.teachers", Nothing);

    private static void Classrooms(NpgsqlBatch batch, string schema, int year, Classroom[] classrooms) =>
        new BulkRows(classrooms.Length)
            .Add("id", "int", Array.ConvertAll(classrooms, c => c.Id))
            .Add("school_id", "int", Array.ConvertAll(classrooms, c => c.School))
            .Add("course_id", "int", Array.ConvertAll(classrooms, c => c.Course.Id))
            .Add("teacher_id", "int", Array.ConvertAll(classrooms, c => c.Teacher))
            .Add("co_teacher_id", "int", Array.ConvertAll(classrooms, c => c.CoTeacher))
            .Add("year", "smallint", Array.ConvertAll(classrooms, _ => (short)year))
            .Add("name", "text", Array.ConvertAll(classrooms, c => c.Name))
            .InsertInto(batch, $"{schema}.classrooms", CoTeachers);

    private static void Students(NpgsqlBatch batch, string schema, Student[] students)
    {
        new BulkRows(students.Length)
            .Add("id", "int", Array.ConvertAll(students, s => s.Id))
            .Add("given_name", "text", Array.ConvertAll(students, s => s.GivenName))
            .Add("family_name", "text", Array.ConvertAll(students, s => s.FamilyName))
            .Add("gender", "text", Array.ConvertAll(students, s => Key(s.Gender)))
            .Add("race_ethnicity", "text", Array.ConvertAll(students, s => Key(s.RaceEthnicity)))
            .Add("birth_date", "date", Array.ConvertAll(students, s => s.BirthDate.ToDateOnly()))
            .Add("entry_year", "smallint", Array.ConvertAll(students, s => (short)s.EntryYear))
            .Add("entry_grade", "text", Array.ConvertAll(students, s => s.EntryGrade.ToString()))
            .Add("iep", "boolean", Array.ConvertAll(students, s => s.Iep))
            .Add("ell", "boolean", Array.ConvertAll(students, s => s.Ell))
            .Add("frl", "boolean", Array.ConvertAll(students, s => s.Frl))
            .Add("story", "text", Array.ConvertAll(students, s => s.Story))
            .InsertInto(batch, $"{schema}.students", Nothing);
        new BulkRows(students.Length)
            .Add("student_id", "int", Array.ConvertAll(students, s => s.Id))
            .InsertInto(batch, $"{schema}.marks", Nothing);
    }

    private static void StudentYears(NpgsqlBatch batch, string schema, Roster roster)
    {
        var students = roster.Students.ToArray();
        new BulkRows(students.Length)
            .Add("student_id", "int", Array.ConvertAll(students, s => s.Id))
            .Add("year", "smallint", Array.ConvertAll(students, _ => (short)roster.Year))
            .Add("school_id", "int", Array.ConvertAll(students, s => roster.SchoolOf(s.Id)))
            .Add("grade", "text", Array.ConvertAll(students, s => s.GradeIn(roster.Year)?.ToString()))
            .InsertInto(batch, $"{schema}.student_years", Nothing);
    }

    private static void Guardians(NpgsqlBatch batch, string schema, Guardian[] guardians) =>
        new BulkRows(guardians.Length)
            .Add("id", "int", Array.ConvertAll(guardians, g => g.Id))
            .Add("student_id", "int", Array.ConvertAll(guardians, g => g.Student))
            .Add("given_name", "text", Array.ConvertAll(guardians, g => g.GivenName))
            .Add("family_name", "text", Array.ConvertAll(guardians, g => g.FamilyName))
            .Add("relation", "text", Array.ConvertAll(guardians, g => g.Relation))
            .Add("email", "text", Array.ConvertAll(guardians, g => g.Email))
            .Add("phone", "text", Array.ConvertAll(guardians, g => g.Phone))
            .Add("language", "text", Array.ConvertAll(guardians, g => g.Language))
            .Add("channel", "text", Array.ConvertAll(guardians, g => Key(g.Habits.Channel)))
            .Add("working_hours", "text", Array.ConvertAll(guardians, g => Key(g.Habits.Hours)))
            .Add("home_access", "text", Array.ConvertAll(guardians, g => Key(g.Habits.Access)))
            .InsertInto(batch, $"{schema}.guardians", Nothing);

    private static void Substitutes(NpgsqlBatch batch, string schema, TeacherAbsence[] absences) =>
        new BulkRows(absences.Length)
            .Add("teacher_id", "int", Array.ConvertAll(absences, a => a.Teacher))
            .Add("day", "date", Array.ConvertAll(absences, a => PgTime.Date(a.Day)))
            .Add("reason", "text", Array.ConvertAll(absences, a => Key(a.Reason)))
            .InsertInto(batch, $"{schema}.substitute_days", Nothing);

    private static void Enrollments(NpgsqlBatch batch, string schema, (int Classroom, Enrollment Of)[] enrollments) =>
        new BulkRows(enrollments.Length)
            .Add("classroom_id", "int", Array.ConvertAll(enrollments, e => e.Classroom))
            .Add("student_id", "int", Array.ConvertAll(enrollments, e => e.Of.Student))
            .Add("begin_date", "date", Array.ConvertAll(enrollments, e => PgTime.Date(e.Of.FirstDay)))
            .Add("end_date", "date", Array.ConvertAll(enrollments, e => PgTime.Date(e.Of.LastDay)))
            .InsertInto(batch, $"{schema}.enrollments", Nothing);

    private static string Key<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Key(SchoolLevel level) => level switch
    {
        SchoolLevel.Elementary => "elementary",
        SchoolLevel.Middle => "middle",
        SchoolLevel.High => "high",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Not a level."),
    };

    private static string Key(Gender gender) => gender switch
    {
        Gender.Female => "female",
        Gender.Male => "male",
        Gender.Nonbinary => "nonbinary",
        _ => throw new ArgumentOutOfRangeException(nameof(gender), gender, "Not a gender."),
    };

    private static string Key(RaceEthnicity group) => group switch
    {
        RaceEthnicity.White => "white",
        RaceEthnicity.Hispanic => "hispanic",
        RaceEthnicity.Black => "black",
        RaceEthnicity.Asian => "asian",
        RaceEthnicity.TwoOrMore => "two_or_more",
        RaceEthnicity.AmericanIndian => "american_indian",
        RaceEthnicity.PacificIslander => "pacific_islander",
        RaceEthnicity.Fictional => "fictional",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "Not a group."),
    };
}
