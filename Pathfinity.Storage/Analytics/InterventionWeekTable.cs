using System.Globalization;
using Npgsql;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>What a classroom's interventions add to the week in which they begin, and to that in which they end.</summary>
internal static class InterventionWeekTable
{
    // The longest, eight lessons with a tutor, is due after 28.
    private const int DaysMost = 60;

    private const string Added = """
        (classroom_id, week, kind, trigger) DO UPDATE SET begun = t.begun + excluded.begun,
            minutes = t.minutes + excluded.minutes, completed = t.completed + excluded.completed,
            unfinished = t.unfinished + excluded.unfinished, displaced = t.displaced + excluded.displaced,
            lessons = t.lessons + excluded.lessons, measured = t.measured + excluded.measured,
            mastery_before = t.mastery_before + excluded.mastery_before,
            mastery_after = t.mastery_after + excluded.mastery_after
        """;

    private const string Columns = "classroom_id, week, kind, trigger, begun, minutes, completed, unfinished, displaced, "
        + "lessons, measured, mastery_before, mastery_after";

    public static void Add(
        NpgsqlBatch batch, string schema, List<InterventionRow> begun, List<InterventionOutcomeRow> ended)
    {
        var begins = new BulkRows(begun.Count)
            .Add("classroom_id", "int", [.. begun.Select(row => row.Classroom)])
            .Add("day", "date", [.. begun.Select(row => PgTime.Date(row.Day))])
            .Add("kind", "smallint", [.. begun.Select(row => (short)row.Kind)])
            .Add("trigger", "smallint", [.. begun.Select(row => (short)row.Trigger)])
            .Add("minutes", "int", [.. begun.Select(row => (int)row.Minutes)]);
        begins.Run(batch, $"""
            INSERT INTO {schema}.intervention_week AS t ({Columns})
            SELECT classroom_id, date_trunc('week', day)::date, kind, trigger, count(*), sum(minutes), 0, 0, 0, 0, 0, 0, 0
            FROM ({begins.Query}) AS begins GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
            ON CONFLICT {Added}
            """);
        AddEnds(batch, schema, ended);
    }

    // What ends began in this batch, which is stored already, or in an earlier one; the bound keeps older months unread.
    private static void AddEnds(NpgsqlBatch batch, string schema, List<InterventionOutcomeRow> ended)
    {
        var ends = new BulkRows(ended.Count)
            .Add("intervention_id", "bigint", [.. ended.Select(row => row.Intervention)])
            .Add("day", "date", [.. ended.Select(row => PgTime.Date(row.Day))])
            .Add("outcome", "int", [.. ended.Select(row => (int)row.Outcome)])
            .Add("lessons", "int", [.. ended.Select(row => (int)row.Lessons)])
            .Add("mastery", "int", [.. ended.Select(row => (int)row.Mastery)]);
        var from = PgTime.Date(ended.Select(row => row.Day).DefaultIfEmpty().Min() - DaysMost);
        var measured = $"skill_id IS NOT NULL AND outcome <> {(int)InterventionOutcome.Displaced}";
        ends.Run(batch, string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO {schema}.intervention_week AS t ({Columns})
            SELECT classroom_id, date_trunc('week', ends.day)::date, kind, trigger, 0, 0, count(*) FILTER (WHERE outcome = 0),
                count(*) FILTER (WHERE outcome = 1), count(*) FILTER (WHERE outcome = 2), sum(lessons),
                count(*) FILTER (WHERE {measured}), coalesce(sum(i.mastery) FILTER (WHERE {measured}), 0),
                coalesce(sum(ends.mastery) FILTER (WHERE {measured}), 0)
            FROM ({ends.Query}) AS ends JOIN {schema}.interventions AS i ON i.id = intervention_id
            WHERE i.day >= DATE '{from:yyyy-MM-dd}'
            GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
            ON CONFLICT {Added}
            """));
    }
}
