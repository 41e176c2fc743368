using Npgsql;

namespace Pathfinity.Storage;

/// <summary>
/// The place of each skill in the plan of each classroom's course. A year keeps the plan with which it begins, so it is
/// read once, and again when there are classrooms that it does not know.
/// </summary>
internal sealed class PacingPlan
{
    private Dictionary<int, (int Year, int Course)> courses = [];
    private Dictionary<(int Year, int Course, int Skill), Place> places = [];

    /// <summary>Reads the plan again when it lacks one of these classrooms.</summary>
    public async Task CoverAsync(
        NpgsqlConnection connection, string schema, IEnumerable<int> classrooms, CancellationToken cancellation)
    {
        if (classrooms.All(Volatile.Read(ref courses).ContainsKey))
        {
            return;
        }
        var (newCourses, newPlaces) = (new Dictionary<int, (int, int)>(), new Dictionary<(int, int, int), Place>());
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new($"SELECT id, year, course_id FROM {schema}.classrooms"),
                new($"SELECT year, course_id, skill_id, subject, place FROM {schema}.pacing_guide"),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            newCourses.Add(reader.GetInt32(0), (reader.GetInt16(1), reader.GetInt32(2)));
        }
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            newPlaces.Add(
                (reader.GetInt16(0), reader.GetInt32(1), reader.GetInt32(2)), new Place(reader.GetInt16(3), reader.GetInt32(4)));
        }
        // Places first: whoever finds a classroom in the courses finds its places too.
        Volatile.Write(ref places, newPlaces);
        Volatile.Write(ref courses, newCourses);
    }

    public int CourseOf(int classroom) => courses[classroom].Course;

    public int YearOf(int classroom) => courses[classroom].Year;

    /// <summary>Where a classroom's course has a skill; none when its plan lacks it.</summary>
    public Place? Of(int classroom, int skill)
    {
        var (year, course) = courses[classroom];
        return places.TryGetValue((year, course, skill), out var place) ? place : null;
    }

    /// <param name="Subject">0 math, 1 ela, 2 science, 3 social.</param>
    /// <param name="Number">Among the course's skills of the subject, from 0.</param>
    public readonly record struct Place(short Subject, int Number);
}
