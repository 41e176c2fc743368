using System.Globalization;
using System.Runtime.InteropServices;
using Npgsql;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>
/// What guardians did: by school and day, and by groups of guardians and month. What became of a message belongs to the
/// day on which it was sent.
/// </summary>
internal static class GuardianTables
{
    private const string DayKey = "school_id, day";
    private const string MonthKey = "school_id, year, month, kind, member";
    private static readonly string[] OfDay = ["messages", "letters"];
    private static readonly string[] OfBoth =
        ["visiting", "portal_visits", "digests_opened", "delivered", "read", "answered", "conferences", "held"];

    // A message that was not read in two weeks never is.
    private const int AnswerDaysMost = 31;

    private enum Act
    {
        Portal,
        Digest,
        Message,
        Letter,
        Delivered,
        Conference,
        Held,
        Read,
        Answered,
    }

    /// <summary>How many guardians each group of a school year has; again changes nothing.</summary>
    public static string CountGroups(string schema, int year) => string.Create(CultureInfo.InvariantCulture, $"""
        INSERT INTO {schema}.guardian_groups AS t (school_id, year, kind, member, guardians)
        SELECT y.school_id, y.year, k.kind, k.member, count(*)
        FROM {schema}.guardians AS g JOIN {schema}.student_years AS y USING (student_id) JOIN {schema}.schools AS c ON c.id = y.school_id
        CROSS JOIN LATERAL ({Groups}) AS k (kind, member)
        WHERE y.year = {year} GROUP BY 1, 2, 3, 4
        ON CONFLICT (school_id, year, kind, member) DO UPDATE SET guardians = excluded.guardians
        """);

    /// <param name="marks">They know who looked when before, and learn it.</param>
    public static void Add(NpgsqlBatch batch, string schema, Rows rows, Marks marks)
    {
        var acts = Acts(rows, marks);
        var given = new BulkRows(acts.Count)
            .Add("student_id", "int", [.. acts.Select(act => act.Student)])
            .Add("day", "date", [.. acts.Select(act => PgTime.Date(act.Day))])
            .Add("guardian_id", "int", [.. acts.Select(act => act.Guardian)])
            .Add("act", "int", [.. acts.Select(act => (int)act.Act)])
            .Add("family_comes", "boolean", [.. acts.Select(act => act.FamilyComes)])
            .Add("guardian_comes", "boolean", [.. acts.Select(act => act.GuardianComes)]);
        given.Run(batch, Sum(schema, given.Query));
        AddAnswers(batch, schema, rows.Receipts);
    }

    // The messages may be of earlier batches; the bound keeps older months unread.
    private static void AddAnswers(NpgsqlBatch batch, string schema, List<ReceiptRow> receipts)
    {
        var answers = new BulkRows(receipts.Count)
            .Add("message_id", "bigint", [.. receipts.Select(row => row.Message)])
            .Add("act", "int", [.. receipts.Select(row => (int)(row.Kind == ReceiptKind.Read ? Act.Read : Act.Answered))]);
        var from = PgTime.Date(receipts.Select(row => row.Day).DefaultIfEmpty().Min() - AnswerDaysMost);
        answers.Run(batch, Sum(schema, string.Create(CultureInfo.InvariantCulture, $"""
            SELECT (m.id >> 32)::int AS student_id, m.day, m.guardian_id, r.act, false AS family_comes, false AS guardian_comes
            FROM ({answers.Query}) AS r JOIN {schema}.messages AS m ON m.id = r.message_id WHERE m.day >= DATE '{from:yyyy-MM-dd}'
            """)));
    }

    private static List<Deed> Acts(Rows rows, Marks marks)
    {
        var acts = new List<Deed>(rows.GuardianVisits.Count);
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.GuardianVisits))
        {
            var (guardian, family) = marks.Look(row);
            var begin = marks.SchoolYearOf(row.Day)?.FirstDay ?? 0;
            var date = PgTime.Date(row.Day);
            acts.Add(new Deed(row.Id, row.Day, row.Guardian, row.Kind == GuardianVisitKind.Portal ? Act.Portal : Act.Digest)
            {
                FamilyComes = family < Math.Max(begin, PgTime.FromDate(PgTime.Monday(PgTime.WeekOf(row.Day)))),
                GuardianComes = guardian < Math.Max(begin, PgTime.FromDate(date.AddDays(1 - date.Day))),
            });
        }
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Messages))
        {
            acts.Add(new(row.Id, row.Day, row.Guardian, row.Kind == MessageKind.Teacher ? Act.Message : Act.Letter));
            if (row.Delivered)
            {
                acts.Add(new(row.Id, row.Day, row.Guardian, Act.Delivered));
            }
        }
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Conferences))
        {
            acts.Add(new(row.Id, row.Day, row.Guardian, Act.Conference));
            if (row.Held)
            {
                acts.Add(new(row.Id, row.Day, row.Guardian, Act.Held));
            }
        }
        return acts;
    }

    private static string Sum(string schema, string acts) => $"""
        WITH acts AS MATERIALIZED (
            SELECT y.school_id, y.year, a.day, a.guardian_id, a.act, a.family_comes, a.guardian_comes
            FROM ({acts}) AS a JOIN {schema}.school_years AS s ON a.day BETWEEN s.first_day AND s.last_day
            JOIN {schema}.student_years AS y ON (y.student_id, y.year) = (a.student_id, s.year)
        ), days AS (
            INSERT INTO {schema}.guardian_day AS t ({DayKey}, {string.Join(", ", [.. OfBoth, .. OfDay])})
            SELECT school_id, day, {Counts("family_comes")}, {Count(Act.Message)}, {Count(Act.Letter)}
            FROM acts GROUP BY 1, 2 ORDER BY 1, 2
            ON CONFLICT ({DayKey}) DO UPDATE SET {Added([.. OfBoth, .. OfDay])}
        )
        INSERT INTO {schema}.guardian_group_month AS t ({MonthKey}, {string.Join(", ", OfBoth)})
        SELECT a.school_id, a.year, date_trunc('month', day)::date, k.kind, k.member, {Counts("guardian_comes")}
        FROM acts AS a JOIN {schema}.guardians AS g ON g.id = a.guardian_id JOIN {schema}.schools AS c ON c.id = a.school_id
        CROSS JOIN LATERAL ({Groups}) AS k (kind, member)
        GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
        ON CONFLICT ({MonthKey}) DO UPDATE SET {Added(OfBoth)}
        """;

    private const string Groups = """
        VALUES ('working_hours', g.working_hours), ('home_access', g.home_access), ('channel', g.channel), ('level', c.level),
            ('language', CASE WHEN g.language = 'en' THEN 'English' ELSE 'other' END)
        """;

    private static string Counts(string comes) => $"count(*) FILTER (WHERE {comes}), "
        + string.Join(", ", new[] { Act.Portal, Act.Digest, Act.Delivered, Act.Read, Act.Answered, Act.Conference, Act.Held }.Select(Count));

    private static string Count(Act act) => $"count(*) FILTER (WHERE act = {(int)act})";

    private static string Added(IEnumerable<string> columns) =>
        string.Join(", ", columns.Select(column => $"{column} = t.{column} + excluded.{column}"));

    /// <summary>Something that a guardian did, or that was done to reach one.</summary>
    private readonly record struct Deed(long Id, int Day, int Guardian, Act Act)
    {
        public int Student => ActivityId.Student(Id);

        /// <summary>Whether the family looks for the first time in the week.</summary>
        public bool FamilyComes { get; init; }

        /// <summary>Whether the guardian looks for the first time in the month.</summary>
        public bool GuardianComes { get; init; }
    }
}
