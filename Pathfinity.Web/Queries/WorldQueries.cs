using Npgsql;
using Pathfinity.Simulation;
using Pathfinity.Storage;

namespace Pathfinity.Web.Queries;

/// <summary>A world with its totals of one moment.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Today">The last day with attempts; null before the first.</param>
/// <param name="Students">Everybody who ever entered.</param>
/// <param name="Enrolled">Those of the school year that goes on.</param>
/// <param name="Classrooms">Those of the school year that goes on.</param>
/// <param name="Sessions">Sittings that have ended.</param>
/// <param name="Mastered">How often a student came to master a skill.</param>
public sealed record WorldTotals(
    string World, string District, string TimeZone, long Seed, DateOnly From, DateOnly? Today, int Schools, int Classrooms,
    int Students, int Enrolled, long Sessions, long Attempts, long Correct, long Mastered, long Visits, long Journeys)
{
    /// <summary>Right attempts of a thousand; null before the first.</summary>
    public int? Accuracy => Permille.Of(Correct, Attempts);
}

/// <param name="Students">Enrolled in the school year that goes on.</param>
public sealed record SchoolRow(
    int Id, string Name, string Level, string LowGrade, string HighGrade, string TimeZone, int Students, long Sessions,
    long Attempts, long Correct, long Mastered);

/// <param name="AverageGain">Mean change of interest by an exploration, in permille; null when there was none.</param>
public sealed record CareerRow(int Id, string Name, string Cluster, long Chosen, long Browsed, long Explored, int? AverageGain);

/// <summary>Attempts of a quarter of an hour in one school.</summary>
public sealed record QuarterRow(DateTimeOffset From, int School, int Attempts);

internal static class Permille
{
    public static int? Of(long part, long whole) => whole == 0 ? null : (int)(part * 1000 / whole);
}

/// <summary>What a district's page shows, read from the sums that are kept with the activity.</summary>
internal sealed class WorldQueries(Database database, WorldReader reader)
{
    public async Task<List<WorldTotals>> ListAsync(CancellationToken cancellation)
    {
        var worlds = new List<WorldTotals>();
        foreach (var world in await new Worlds(database).ListAsync(cancellation))
        {
            if (await FindAsync(world.World, cancellation) is { } found)
            {
                worlds.Add(found);
            }
        }
        return worlds;
    }

    /// <summary>Null when there is no such world.</summary>
    public async Task<WorldTotals?> FindAsync(string world, CancellationToken cancellation)
    {
        try
        {
            return await reader.RowAsync(world, TotalsSql, row => Totals(world, row), cancellation);
        }
        catch (Exception e) when (
            e is BadInputException or PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName })
        {
            return null;
        }
    }

    public Task<List<SchoolRow>> SchoolsAsync(string world, CancellationToken cancellation) =>
        reader.RowsAsync(world, SchoolsSql, row => new SchoolRow(
            row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
            row.GetInt32(6), row.GetInt64(7), row.GetInt64(8), row.GetInt64(9), row.GetInt64(10)), cancellation);

    /// <summary>The careers that students chose most from a day on.</summary>
    public Task<List<CareerRow>> CareersAsync(string world, DateOnly from, int count, CancellationToken cancellation) =>
        reader.RowsAsync(world, CareersSql, row => new CareerRow(
            row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5),
            row.Maybe<int>(6)), cancellation, from, count);

    /// <summary>Attempts of a day by quarter of an hour and school.</summary>
    public Task<List<QuarterRow>> QuartersAsync(string world, DateOnly day, CancellationToken cancellation) =>
        reader.RowsAsync(world, QuartersSql, row => new QuarterRow(
            row.Moment(0), row.GetInt32(1), row.GetInt32(2)), cancellation, day);

    private static WorldTotals Totals(string world, NpgsqlDataReader row)
    {
        var spec = WorldSpecYaml.Read(row.GetString(2));
        return new WorldTotals(
            world, spec.District, spec.Zone, row.GetInt64(0), row.Date(1), row.Maybe<DateOnly>(3), row.GetInt32(4),
            row.GetInt32(5), row.GetInt32(6), row.GetInt32(7), row.GetInt64(8), row.GetInt64(9), row.GetInt64(10),
            row.GetInt64(11), row.GetInt64(12), row.GetInt64(13));
    }

    private const string TotalsSql = """
        SELECT w.seed, w.first_day, w.spec, sums.today,
            (SELECT count(*)::int FROM {w}.schools),
            (SELECT count(*)::int FROM {w}.classrooms WHERE year = (SELECT max(year) FROM {w}.classrooms)),
            (SELECT count(*)::int FROM {w}.students),
            (SELECT count(*)::int FROM {w}.student_years WHERE year = (SELECT max(year) FROM {w}.student_years)),
            sums.sessions, sums.attempts, sums.correct, sums.mastered, sums.visits, sums.journeys
        FROM {w}.world w,
            (SELECT max(day) FILTER (WHERE attempts > 0) AS today, coalesce(sum(sessions), 0)::bigint AS sessions,
                coalesce(sum(attempts), 0)::bigint AS attempts, coalesce(sum(correct), 0)::bigint AS correct,
                coalesce(sum(mastered), 0)::bigint AS mastered, coalesce(sum(visits), 0)::bigint AS visits,
                coalesce(sum(journeys), 0)::bigint AS journeys
            FROM {w}.school_day) sums
        """;

    private const string SchoolsSql = """
        SELECT s.id, s.name, s.level, s.low_grade, s.high_grade, s.time_zone,
            (SELECT count(*)::int FROM {w}.student_years y
                WHERE y.school_id = s.id AND y.year = (SELECT max(year) FROM {w}.student_years)),
            coalesce(sum(d.sessions), 0)::bigint, coalesce(sum(d.attempts), 0)::bigint,
            coalesce(sum(d.correct), 0)::bigint, coalesce(sum(d.mastered), 0)::bigint
        FROM {w}.schools s LEFT JOIN {w}.school_day d ON d.school_id = s.id
        GROUP BY s.id ORDER BY s.id
        """;

    private const string CareersSql = """
        SELECT i.career_id, c.name, k.title, sum(i.chosen)::bigint AS chosen, sum(i.browsed)::bigint,
            sum(i.explored)::bigint,
            CASE WHEN sum(i.explored) > 0 THEN ((sum(i.interest_after) - sum(i.interest_before)) / sum(i.explored))::int END
        FROM {w}.career_interest i JOIN catalogue.careers c ON c.number = i.career_id
            JOIN catalogue.clusters k ON k.key = c.cluster
        WHERE i.day >= $1
        GROUP BY i.career_id, c.name, k.title
        ORDER BY chosen DESC, c.name LIMIT $2
        """;

    private const string QuartersSql = """
        SELECT date_bin('15 minutes', a.answered_at, timestamptz '2000-01-01'), c.school_id, count(*)::int
        FROM {w}.attempts a JOIN {w}.classrooms c ON c.id = a.classroom_id
        WHERE a.day = $1 AND a.answered_at >= $1 AND a.answered_at < $1 + 2
        GROUP BY 1, 2 ORDER BY 1, 2
        """;
}
