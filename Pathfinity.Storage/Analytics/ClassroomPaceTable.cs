using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>Where in its course a classroom is: skills that a student met for the first time, by week.</summary>
internal static class ClassroomPaceTable
{
    private const short First = 1;

    public static void Add(NpgsqlBatch batch, string schema, List<AttemptRow> attempts)
    {
        var met = attempts.FindAll(row => row.Opportunity == First);
        var rows = new BulkRows(met.Count)
            .Add("classroom_id", "int", [.. met.Select(row => row.Classroom)])
            .Add("day", "date", [.. met.Select(row => PgTime.Date(row.Day))])
            .Add("skill_id", "int", [.. met.Select(row => row.Skill)]);
        rows.Run(batch, $"""
            INSERT INTO {schema}.classroom_pace AS t (classroom_id, week, subject, met, places)
            SELECT a.classroom_id, date_trunc('week', a.day)::date, g.subject, count(*), sum(g.place)
            FROM ({rows.Query}) AS a
            JOIN {schema}.classrooms AS c ON c.id = a.classroom_id
            JOIN {schema}.pacing_guide AS g ON (g.year, g.course_id, g.skill_id) = (c.year, c.course_id, a.skill_id)
            GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            ON CONFLICT (classroom_id, week, subject) DO UPDATE SET met = t.met + excluded.met, places = t.places + excluded.places
            """);
    }
}
