namespace Pathfinity.Web.Queries;

/// <summary>Something worth showing of a world: a row of its view `stories`, with names.</summary>
/// <param name="Kind">class, help, career, growth or told.</param>
/// <param name="Classroom">Its name.</param>
/// <param name="Before">In permille, or in tenths of a point for growth.</param>
/// <param name="Told">What is told of the student, for those of whom something is.</param>
public sealed record StoryRow(
    string Kind, int? StudentId, string? Student, string? Grade, int? ClassroomId, string? Classroom, string? Teacher, string? Skill,
    string? Career, DateOnly? First, DateOnly? Last, int? Before, int? After, string? Told);

/// <summary>Reads what to show of a world first.</summary>
internal sealed class StoryQueries(WorldReader reader)
{
    public Task<List<StoryRow>> ListAsync(string world, CancellationToken cancellation) => reader.RowsAsync(
        world, Sql, row => new StoryRow(
            row.GetString(0), row.Maybe<int>(1), row.Text(2), row.Text(3), row.Maybe<int>(4), row.Text(5), row.Text(6), row.Text(7),
            row.Text(8), row.Maybe<DateOnly>(9), row.Maybe<DateOnly>(10), row.Maybe<int>(11), row.Maybe<int>(12), row.Text(13)),
        cancellation);

    private const string Sql = """
        SELECT s.kind, s.student_id, p.given_name || ' ' || p.family_name, y.grade, s.classroom_id, c.name,
            t.given_name || ' ' || t.family_name, k.name, a.name, s.first_day, s.last_day, s.before, s.after, p.story
        FROM {w}.stories s
            LEFT JOIN {w}.students p ON p.id = s.student_id
            LEFT JOIN LATERAL (
                SELECT grade FROM {w}.student_years WHERE student_id = s.student_id ORDER BY year DESC LIMIT 1) y ON true
            LEFT JOIN {w}.classrooms c ON c.id = s.classroom_id
            LEFT JOIN {w}.teachers t ON t.id = c.teacher_id
            LEFT JOIN catalogue.skills k ON k.number = s.skill_id
            LEFT JOIN catalogue.careers a ON a.number = s.career_id
        ORDER BY s.kind, s.place
        """;
}
