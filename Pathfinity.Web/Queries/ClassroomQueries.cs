using Npgsql;

namespace Pathfinity.Web.Queries;

/// <summary>A classroom of the school year that goes on.</summary>
/// <param name="Subject">Key of the subject; null for a homeroom, which gives all four.</param>
/// <param name="Present">Students at school today, tardy ones too.</param>
/// <param name="AttemptsToday">Attempts in its subject, at school and at home.</param>
/// <param name="Attempts">Of the last two weeks.</param>
/// <param name="Correct">Of the last two weeks.</param>
/// <param name="Mastered">Of the last two weeks.</param>
public sealed record ClassroomRow(
    int Id, string Name, string? Subject, string Grade, int School, string SchoolName, string Teacher, int Students,
    int Present, int Absent, int AttemptsToday, int Attempts, int Correct, int Mastered)
{
    /// <summary>Right attempts of a thousand; null without attempts.</summary>
    public int? Accuracy => Permille.Of(Correct, Attempts);
}

/// <param name="Attempts">Of the last two weeks, in all subjects.</param>
public sealed record MemberRow(
    int Id, string GivenName, string FamilyName, int AttemptsToday, int CorrectToday, int Attempts, int Correct, bool Absent);

/// <summary>One student's standing in one skill.</summary>
/// <param name="Mastery">In permille.</param>
public sealed record MasteryCell(int Student, int Skill, int Mastery, int Attempts, int Correct, bool Mastered);

/// <summary>A skill that a classroom works on.</summary>
public sealed record SkillRow(int Number, string Id, string Subject, string Grade, string Code, string Name);

/// <summary>A student who works hard on a skill without getting on.</summary>
/// <param name="Mastery">In permille.</param>
public sealed record StruggleRow(
    int Student, string GivenName, string FamilyName, string Subject, string Skill, int Attempts, int Correct, int Mastery);

/// <param name="Students">Students with an attempt.</param>
public sealed record ClassroomDay(DateOnly Day, int Students, int Attempts, int Correct, int Mastered);

/// <summary>Reads classrooms and what their students can do.</summary>
internal sealed class ClassroomQueries(WorldReader reader)
{
    private const int DaysOfAccuracy = 14;
    private const int DaysOfFrontier = 28;
    private const int AttemptsOfStruggle = 10;
    private const int MasteryOfStruggle = 500;

    public Task<List<ClassroomRow>> ListAsync(string world, DateOnly today, CancellationToken cancellation) =>
        reader.RowsAsync(
            world, RowsSql + " ORDER BY c.school_id, c.id", Classroom, cancellation, today, today.AddDays(-DaysOfAccuracy), -1);

    /// <summary>Null when there is none of this ordinal this year.</summary>
    public Task<ClassroomRow?> FindAsync(string world, int classroom, DateOnly today, CancellationToken cancellation) =>
        reader.RowAsync(world, RowsSql, Classroom, cancellation, today, today.AddDays(-DaysOfAccuracy), classroom);

    public Task<List<MemberRow>> MembersAsync(
        string world, int classroom, DateOnly today, CancellationToken cancellation) =>
        reader.RowsAsync(world, MembersSql, row => new MemberRow(
            row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5),
            row.GetInt32(6), row.GetBoolean(7)), cancellation, classroom, today, today.AddDays(-DaysOfAccuracy));

    /// <summary>The skills of a subject that most of the classroom's students have met lately.</summary>
    public Task<List<SkillRow>> SkillsAsync(
        string world, int classroom, string subject, DateOnly today, int count, CancellationToken cancellation) =>
        reader.RowsAsync(world, SkillsSql, row => new SkillRow(
            row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)),
            cancellation, classroom, subject, count, today.AddDays(-DaysOfFrontier));

    public Task<List<MasteryCell>> MasteryAsync(
        string world, int classroom, int[] skills, CancellationToken cancellation) =>
        reader.RowsAsync(world, MasterySql, row => new MasteryCell(
            row.GetInt32(0), row.GetInt32(1), row.GetInt16(2), row.GetInt32(3), row.GetInt32(4), row.GetBoolean(5)),
            cancellation, classroom, skills);

    /// <summary>Who has spent many attempts of late on a skill and is still far from mastering it; most attempts first.</summary>
    public Task<List<StruggleRow>> StrugglesAsync(
        string world, int classroom, string? subject, DateOnly today, int count, CancellationToken cancellation) =>
        reader.RowsAsync(world, StrugglesSql, row => new StruggleRow(
            row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt32(5),
            row.GetInt32(6), row.GetInt16(7)), cancellation,
            classroom, subject ?? "", today.AddDays(-DaysOfAccuracy), AttemptsOfStruggle, MasteryOfStruggle, count);

    /// <summary>The latest days with activity, oldest first.</summary>
    public async Task<List<ClassroomDay>> DaysAsync(
        string world, int classroom, int count, CancellationToken cancellation)
    {
        var days = await reader.RowsAsync(world, DaysSql, row => new ClassroomDay(
            row.Date(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4)), cancellation, classroom, count);
        days.Reverse();
        return days;
    }

    private static ClassroomRow Classroom(NpgsqlDataReader row) => new(
        row.GetInt32(0), row.GetString(1), row.Text(2), row.GetString(3), row.GetInt32(4), row.GetString(5), row.GetString(6),
        row.GetInt32(7), row.GetInt32(8), row.GetInt32(9), row.GetInt32(10), row.GetInt32(11), row.GetInt32(12),
        row.GetInt32(13));

    // $1 today, $2 first day of accuracy, $3 one classroom or -1 for all.
    private const string RowsSql = """
        WITH chosen AS (
            SELECT * FROM {w}.classrooms WHERE year = (SELECT max(year) FROM {w}.classrooms) AND ($3 < 0 OR id = $3)),
        days AS (
            SELECT classroom_id, (sum(attempts) FILTER (WHERE day = $1))::int AS today, sum(attempts)::int AS attempts,
                sum(correct)::int AS correct, sum(mastered)::int AS mastered
            FROM {w}.classroom_day WHERE day > $2 AND day <= $1 AND ($3 < 0 OR classroom_id = $3) GROUP BY classroom_id),
        members AS (
            SELECT e.classroom_id, count(*)::int AS students, coalesce(sum(d.present + d.tardy), 0)::int AS present,
                coalesce(sum(d.absent), 0)::int AS absent
            FROM {w}.enrollments e LEFT JOIN {w}.student_day d ON d.student_id = e.student_id AND d.day = $1
            WHERE $1 BETWEEN e.begin_date AND e.end_date AND ($3 < 0 OR e.classroom_id = $3) GROUP BY e.classroom_id)
        SELECT c.id, c.name, o.subject, o.grade, c.school_id, s.name, t.given_name || ' ' || t.family_name,
            coalesce(m.students, 0), coalesce(m.present, 0), coalesce(m.absent, 0), coalesce(d.today, 0),
            coalesce(d.attempts, 0), coalesce(d.correct, 0), coalesce(d.mastered, 0)
        FROM chosen c JOIN {w}.courses o ON o.id = c.course_id JOIN {w}.schools s ON s.id = c.school_id
            JOIN {w}.teachers t ON t.id = c.teacher_id
            LEFT JOIN days d ON d.classroom_id = c.id LEFT JOIN members m ON m.classroom_id = c.id
        """;

    private const string MembersSql = """
        SELECT p.id, p.given_name, p.family_name,
            coalesce(sum(d.attempts) FILTER (WHERE d.day = $2), 0)::int,
            coalesce(sum(d.correct) FILTER (WHERE d.day = $2), 0)::int,
            coalesce(sum(d.attempts), 0)::int, coalesce(sum(d.correct), 0)::int,
            coalesce(sum(d.absent) FILTER (WHERE d.day = $2), 0) > 0
        FROM {w}.enrollments e JOIN {w}.students p ON p.id = e.student_id
            LEFT JOIN {w}.student_day d ON d.student_id = p.id AND d.day > $3 AND d.day <= $2
        WHERE e.classroom_id = $1
        GROUP BY p.id ORDER BY p.family_name COLLATE "C", p.given_name COLLATE "C", p.id
        """;

    private const string SkillsSql = """
        SELECT number, id, subject, grade, code, name FROM (
            SELECT k.number, k.id, k.subject, k.grade, k.code, k.name
            FROM {w}.enrollments e JOIN {w}.student_skill m ON m.student_id = e.student_id
                JOIN catalogue.skills k ON k.number = m.skill_id
            WHERE e.classroom_id = $1 AND k.subject = $2
            GROUP BY k.number
            ORDER BY count(*) FILTER (WHERE m.last_practised_at >= $4) DESC, count(*) DESC, k.number LIMIT $3) met
        ORDER BY number
        """;

    private const string MasterySql = """
        SELECT m.student_id, m.skill_id, m.mastery, m.attempts, m.correct, m.mastered_at IS NOT NULL
        FROM {w}.enrollments e JOIN {w}.student_skill m ON m.student_id = e.student_id
        WHERE e.classroom_id = $1 AND m.skill_id = ANY ($2)
        """;

    private const string StrugglesSql = """
        SELECT p.id, p.given_name, p.family_name, k.subject, k.name, m.attempts, m.correct, m.mastery
        FROM {w}.enrollments e JOIN {w}.students p ON p.id = e.student_id
            JOIN {w}.student_skill m ON m.student_id = p.id JOIN catalogue.skills k ON k.number = m.skill_id
        WHERE e.classroom_id = $1 AND ($2 = '' OR k.subject = $2) AND m.last_practised_at >= $3
            AND m.attempts >= $4 AND m.mastery < $5 AND m.mastered_at IS NULL
        ORDER BY m.attempts DESC, p.id, k.number LIMIT $6
        """;

    private const string DaysSql = """
        SELECT day, students, attempts, correct, mastered FROM {w}.classroom_day
        WHERE classroom_id = $1 AND attempts > 0 ORDER BY day DESC LIMIT $2
        """;
}
