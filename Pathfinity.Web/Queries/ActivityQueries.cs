using Pathfinity.Learning;
using Pathfinity.Web.Live;

namespace Pathfinity.Web.Queries;

/// <summary>Reads what happened last, and where.</summary>
internal sealed class ActivityQueries(WorldReader reader)
{
    /// <summary>Ordinals of the classrooms of the school year that goes on.</summary>
    public Task<List<int>> ClassroomsAsync(string world, CancellationToken cancellation) =>
        reader.RowsAsync(world, """
            SELECT id FROM {w}.classrooms WHERE year = (SELECT max(year) FROM {w}.classrooms) ORDER BY id
            """, row => row.GetInt32(0), cancellation);

    public async Task<Dictionary<int, string>> ClassroomNamesAsync(
        string world, int[] classrooms, CancellationToken cancellation) =>
        (await reader.RowsAsync(
            world, "SELECT id, name FROM {w}.classrooms WHERE id = ANY ($1)",
            row => (Id: row.GetInt32(0), Name: row.GetString(1)), cancellation, classrooms))
            .ToDictionary(row => row.Id, row => row.Name);

    /// <summary>The latest attempts of a day, newest first.</summary>
    public Task<List<Happening>> LatestAsync(string world, DateOnly day, int count, CancellationToken cancellation) =>
        reader.RowsAsync(world, """
            SELECT answered_at, (id >> 32)::int, (id & 2147483647)::int, skill_id, response_ms, flags, correct
            FROM {w}.attempts WHERE day = $1 AND answered_at >= $1 AND answered_at < $1 + 2
            ORDER BY answered_at DESC, id DESC LIMIT $2
            """,
            row => new Happening(
                row.Moment(0), row.GetInt32(1), row.GetInt32(2),
                Happening.KindOf((AttemptFlags)row.GetInt16(5) | (row.GetBoolean(6) ? AttemptFlags.Correct : AttemptFlags.None)),
                row.GetInt32(3), row.GetInt32(4)),
            cancellation, day, count);
}
