using Npgsql;

namespace Pathfinity.Web.Queries;

/// <summary>A student as the roster names them, with what they have done.</summary>
/// <param name="Grade">In the latest school year of theirs.</param>
public sealed record StudentRow(
    int Id, string GivenName, string FamilyName, string Grade, int School, string SchoolName, int Attempts, int Correct,
    int Mastered)
{
    public int? Accuracy => Permille.Of(Correct, Attempts);
}

/// <param name="Total">How many there are on all pages.</param>
/// <param name="Page">From 1.</param>
public sealed record StudentList(int Total, int Page, int Size, IReadOnlyList<StudentRow> Students);

/// <param name="Mastery">Mean over practised skills, in permille.</param>
/// <param name="Attempts">Since the student entered.</param>
public sealed record SubjectStanding(string Subject, int Practised, int Mastered, int Mastery, int Attempts, int Correct);

/// <param name="Attendance">present, absent or tardy; null when it was not taken.</param>
public sealed record StudentDayRow(
    DateOnly Day, string? Attendance, int Sessions, long SessionMs, int Visits, int Attempts, int Correct, int Mastered,
    bool JourneyCompleted);

/// <param name="Classroom">Name of the classroom; null at home.</param>
public sealed record StudentSession(
    DateOnly Day, DateTimeOffset From, DateTimeOffset To, string? Classroom, string Device, int Attempts, int Correct);

/// <param name="Marks">One letter for each attempt in its order: r right, w wrong.</param>
public sealed record StudentVisit(
    DateOnly Day, DateTimeOffset From, DateTimeOffset To, string Container, string Subject, string Skill, bool Completed,
    string Marks);

/// <param name="Browsed">The student found it beyond the three recommended.</param>
public sealed record StudentJourney(DateOnly Day, string Career, string Cluster, string Companion, bool Browsed, bool Completed);

/// <summary>Reads students and what they did.</summary>
internal sealed class StudentQueries(WorldReader reader)
{
    public const int PageSizeMax = 200;
    public const int PagesMax = 100_000;
    private static readonly string[] Containers = ["Learn", "Experience", "Discover"];
    private static readonly string[] Subjects = ["math", "ela", "science", "social"];
    private static readonly string[] Devices = ["tablet", "chromebook", "laptop", "phone"];
    private static readonly string[] Companions = ["Finn", "Sage", "Spark", "Harmony"];

    /// <summary>Enrolled students by name.</summary>
    /// <param name="search">The beginning of a name; empty for all.</param>
    public async Task<StudentList> PageAsync(
        string world, string search, int page, int size, CancellationToken cancellation)
    {
        var pattern = search.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_") + "%";
        var rows = await reader.RowsAsync(
            world, PageSql, row => (Total: row.GetInt32(9), Student: Student(row)), cancellation,
            pattern, size, (page - 1) * size);
        var total = rows.Count > 0 ? rows[0].Total : await CountAsync(world, pattern, cancellation);
        return new StudentList(total, page, size, [.. rows.Select(row => row.Student)]);
    }

    /// <summary>Null when the world has none of this ordinal.</summary>
    public Task<StudentRow?> FindAsync(string world, int student, CancellationToken cancellation) =>
        reader.RowAsync(world, FindSql, Student, cancellation, student);

    /// <summary>Name and grade of students, by ordinal.</summary>
    public async Task<Dictionary<int, (string Name, string Grade)>> NamesAsync(
        string world, int[] students, CancellationToken cancellation)
    {
        var rows = await reader.RowsAsync(
            world, NamesSql, row => (Id: row.GetInt32(0), Name: row.GetString(1), Grade: row.GetString(2)), cancellation, students);
        return rows.ToDictionary(row => row.Id, row => (row.Name, row.Grade));
    }

    public Task<List<SubjectStanding>> SubjectsAsync(string world, int student, CancellationToken cancellation) =>
        reader.RowsAsync(world, SubjectsSql, row => new SubjectStanding(
            row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5)),
            cancellation, student);

    /// <summary>The latest days with anything on them, newest first.</summary>
    public Task<List<StudentDayRow>> DaysAsync(string world, int student, int count, CancellationToken cancellation) =>
        reader.RowsAsync(world, DaysSql, row => new StudentDayRow(
            row.Date(0), row.Text(1), row.GetInt32(2), row.GetInt64(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6),
            row.GetInt32(7), row.GetBoolean(8)), cancellation, student, count);

    public Task<List<StudentSession>> SessionsAsync(
        string world, int student, DateOnly from, CancellationToken cancellation) =>
        reader.RowsAsync(world, SessionsSql, row => new StudentSession(
            row.Date(0), row.Moment(1), row.Moment(2), row.Text(3), Devices[row.GetInt16(4)], row.GetInt16(5), row.GetInt16(6)),
            cancellation, (long)student << 32, from);

    public Task<List<StudentVisit>> VisitsAsync(string world, int student, DateOnly from, CancellationToken cancellation) =>
        reader.RowsAsync(world, VisitsSql, row => new StudentVisit(
            row.Date(0), row.Moment(1), row.Moment(2), Containers[row.GetInt16(3)], Subjects[row.GetInt16(4)],
            row.GetString(5), row.GetBoolean(6), row.GetString(7)), cancellation, (long)student << 32, from);

    /// <summary>The latest careers of the day, newest first.</summary>
    public Task<List<StudentJourney>> JourneysAsync(
        string world, int student, DateOnly from, int count, CancellationToken cancellation) =>
        reader.RowsAsync(world, JourneysSql, row => new StudentJourney(
            row.Date(0), row.GetString(1), row.GetString(2), Companions[row.GetInt16(3)], row.GetInt16(4) > 2, row.GetBoolean(5)),
            cancellation, (long)student << 32, from, count);

    private async Task<int> CountAsync(string world, string pattern, CancellationToken cancellation) =>
        (await reader.RowsAsync(world, CountSql, row => row.GetInt32(0), cancellation, pattern))[0];

    private static StudentRow Student(NpgsqlDataReader row) => new(
        row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4), row.GetString(5),
        row.GetInt32(6), row.GetInt32(7), row.GetInt32(8));

    private const string Columns = """
        p.id, p.given_name, p.family_name, y.grade, y.school_id, s.name,
            coalesce(k.attempts, 0)::int, coalesce(k.correct, 0)::int, coalesce(k.mastered, 0)::int
        """;

    private const string Sums = """
        LEFT JOIN LATERAL (
            SELECT sum(attempts) AS attempts, sum(correct) AS correct, count(mastered_at) AS mastered
            FROM {w}.student_skill WHERE student_id = p.id) k ON true
        """;

    private const string Found = """
        FROM {w}.student_years y JOIN {w}.students p ON p.id = y.student_id
        WHERE y.year = (SELECT max(year) FROM {w}.student_years)
            AND (p.given_name ILIKE $1 OR p.family_name ILIKE $1 OR p.given_name || ' ' || p.family_name ILIKE $1)
        """;

    private const string CountSql = "SELECT count(*)::int " + Found;

    private const string PageSql = $$"""
        WITH page AS (
            SELECT p.id, y.year, count(*) OVER ()::int AS total, row_number() OVER named AS place {{Found}}
            WINDOW named AS (ORDER BY p.family_name COLLATE "C", p.given_name COLLATE "C", p.id)
            ORDER BY place LIMIT $2 OFFSET $3)
        SELECT {{Columns}}, page.total
        FROM page JOIN {w}.students p ON p.id = page.id
            JOIN {w}.student_years y ON y.student_id = p.id AND y.year = page.year
            JOIN {w}.schools s ON s.id = y.school_id {{Sums}}
        ORDER BY page.place
        """;

    private const string FindSql = $$"""
        SELECT {{Columns}}
        FROM {w}.students p JOIN {w}.student_years y ON y.student_id = p.id JOIN {w}.schools s ON s.id = y.school_id {{Sums}}
        WHERE p.id = $1 ORDER BY y.year DESC LIMIT 1
        """;

    private const string NamesSql = """
        SELECT DISTINCT ON (p.id) p.id, p.given_name || ' ' || left(p.family_name, 1) || '.', y.grade
        FROM {w}.students p JOIN {w}.student_years y ON y.student_id = p.id
        WHERE p.id = ANY ($1) ORDER BY p.id, y.year DESC
        """;

    private const string SubjectsSql = """
        SELECT k.subject, count(*)::int, count(m.mastered_at)::int, avg(m.mastery)::int, sum(m.attempts)::int,
            sum(m.correct)::int
        FROM {w}.student_skill m JOIN catalogue.skills k ON k.number = m.skill_id
        WHERE m.student_id = $1 GROUP BY k.subject
        ORDER BY array_position(ARRAY['math', 'ela', 'science', 'social'], k.subject)
        """;

    private const string DaysSql = """
        SELECT day, CASE WHEN absent > 0 THEN 'absent' WHEN tardy > 0 THEN 'tardy' WHEN present > 0 THEN 'present' END,
            sessions, session_ms, visits, attempts, correct, mastered, journeys_completed > 0
        FROM {w}.student_day WHERE student_id = $1 ORDER BY day DESC LIMIT $2
        """;

    private const string SessionsSql = """
        SELECT s.day, s.started_at, s.ended_at, c.name, s.device, s.attempts, s.correct
        FROM {w}.sessions s LEFT JOIN {w}.classrooms c ON c.id = s.classroom_id
        WHERE s.id >= $1 AND s.id < $1 + 4294967296 AND s.day >= $2 ORDER BY s.started_at
        """;

    // The marks also of a visit that still goes on are in its attempts; it has a row of its own once it ends.
    private const string VisitsSql = """
        SELECT v.day, v.started_at, v.ended_at, v.container, v.subject, k.name, v.completed,
            coalesce(string_agg(CASE a.correct WHEN true THEN 'r' WHEN false THEN 'w' END, '' ORDER BY a.id), '')
        FROM {w}.visits v JOIN catalogue.skills k ON k.number = v.skill_id
            LEFT JOIN {w}.attempts a ON a.visit_id = v.id AND a.id >= $1 AND a.id < $1 + 4294967296 AND a.day >= $2
        WHERE v.id >= $1 AND v.id < $1 + 4294967296 AND v.day >= $2
        GROUP BY v.day, v.started_at, v.ended_at, v.container, v.subject, k.name, v.completed, v.id
        ORDER BY v.started_at
        """;

    private const string JourneysSql = """
        SELECT j.day, c.name, k.title, j.companion, j.list_position, j.completed
        FROM {w}.journeys j JOIN catalogue.careers c ON c.number = j.career_id JOIN catalogue.clusters k ON k.key = c.cluster
        WHERE j.id >= $1 AND j.id < $1 + 4294967296 AND j.day >= $2 ORDER BY j.day DESC LIMIT $3
        """;
}
