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
internal sealed class GuardianTables
{
    private const string DayKey = "school_id, day";
    private const string MonthKey = "school_id, year, month, kind, member";
    private static readonly string[] OfDay = ["messages", "letters"];
    private static readonly string[] OfBoth =
        ["visiting", "portal_visits", "digests_opened", "delivered", "read", "answered", "conferences", "held"];

    private const int MonthBits = 16; // of a month counted from the year 0, above which the school year stands
    private readonly int school;
    private readonly List<ReceiptRow> receipts;
    private readonly KeyedSums<GuardianSum> days = new();
    private readonly KeyedSums<GuardianSum> guardians = new();

    // A message that was not read in two weeks never is.
    private const int AnswerDaysMost = 31;

    private enum Act
    {
        Read,
        Answered,
    }

    /// <param name="marks">They know who looked when before, and learn it.</param>
    public GuardianTables(int school, Rows rows, Marks marks)
    {
        (this.school, receipts) = (school, rows.Receipts);
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.GuardianVisits))
        {
            Look(row, marks);
        }
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Messages))
        {
            var sum = new GuardianSum { Delivered = row.Delivered ? 1 : 0 };
            sum.Messages = row.Kind == MessageKind.Teacher ? 1 : 0;
            sum.Letters = 1 - sum.Messages;
            Add(marks.SchoolYearOf(row.Day), row.Day, row.Guardian, sum, sum);
        }
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Conferences))
        {
            var sum = new GuardianSum { Conferences = 1, Held = row.Held ? 1 : 0 };
            Add(marks.SchoolYearOf(row.Day), row.Day, row.Guardian, sum, sum);
        }
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

    public void Add(NpgsqlBatch batch, string schema)
    {
        AddSums(new BulkRows(days.Count)
            .Add("school_id", "int", days.Columns((_, _) => school))
            .Add("day", "date", days.Columns((key, _) => PgTime.Date(KeyedSums.Low(key)))), days)
            .Add("messages", "int", days.Columns((_, sum) => sum.Messages))
            .Add("letters", "int", days.Columns((_, sum) => sum.Letters))
            .InsertInto(batch, $"{schema}.guardian_day", $"({DayKey}) DO UPDATE SET {Added([.. OfBoth, .. OfDay])}");
        var given = AddSums(new BulkRows(guardians.Count)
            .Add("guardian_id", "int", guardians.Columns((key, _) => KeyedSums.High(key)))
            .Add("year", "smallint", guardians.Columns((key, _) => (short)(KeyedSums.Low(key) >> MonthBits)))
            .Add("month", "date", guardians.Columns((key, _) => FirstDay(KeyedSums.Low(key) & ((1 << MonthBits) - 1)))), guardians);
        given.Run(batch, string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO {schema}.guardian_group_month AS t ({MonthKey}, {string.Join(", ", OfBoth)})
            SELECT c.id, a.year, a.month, k.kind, k.member, {string.Join(", ", OfBoth.Select(column => $"sum(a.{column})"))}
            FROM ({given.Query}) AS a JOIN {schema}.guardians AS g ON g.id = a.guardian_id JOIN {schema}.schools AS c ON c.id = {school}
            CROSS JOIN LATERAL ({Groups}) AS k (kind, member)
            GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
            ON CONFLICT ({MonthKey}) DO UPDATE SET {Added(OfBoth)}
            """));
        AddAnswers(batch, schema, receipts);
    }

    private void Look(in GuardianVisitRow row, Marks marks)
    {
        var (guardian, family) = marks.Look(row);
        var year = marks.SchoolYearOf(row.Day);
        var begin = year?.FirstDay ?? 0;
        var date = PgTime.Date(row.Day);
        var sum = new GuardianSum();
        sum.PortalVisits = row.Kind == GuardianVisitKind.Portal ? 1 : 0;
        sum.DigestsOpened = 1 - sum.PortalVisits;
        var (ofDay, ofMonth) = (sum, sum);
        ofDay.Visiting = family < Math.Max(begin, PgTime.FromDate(PgTime.Monday(PgTime.WeekOf(row.Day)))) ? 1 : 0;
        ofMonth.Visiting = guardian < Math.Max(begin, PgTime.FromDate(date.AddDays(1 - date.Day))) ? 1 : 0;
        Add(year, row.Day, row.Guardian, ofDay, ofMonth);
    }

    private void Add(Marks.SchoolYear? year, int day, int guardian, in GuardianSum ofDay, in GuardianSum ofMonth)
    {
        if (year is not { } own)
        {
            return;
        }
        days[school, day].Add(ofDay);
        var date = PgTime.Date(day);
        guardians[guardian, (own.Number << MonthBits) | ((date.Year * 12) + date.Month - 1)].Add(ofMonth);
    }

    private static DateOnly FirstDay(int month) => new(month / 12, (month % 12) + 1, 1);

    private static BulkRows AddSums(BulkRows rows, KeyedSums<GuardianSum> sums) => rows
        .Add("visiting", "int", sums.Columns((_, sum) => sum.Visiting))
        .Add("portal_visits", "int", sums.Columns((_, sum) => sum.PortalVisits))
        .Add("digests_opened", "int", sums.Columns((_, sum) => sum.DigestsOpened))
        .Add("delivered", "int", sums.Columns((_, sum) => sum.Delivered))
        .Add("read", "int", sums.Columns((_, _) => 0))
        .Add("answered", "int", sums.Columns((_, _) => 0))
        .Add("conferences", "int", sums.Columns((_, sum) => sum.Conferences))
        .Add("held", "int", sums.Columns((_, sum) => sum.Held));

    // The messages may be of earlier batches; the bound keeps older months unread.
    private static void AddAnswers(NpgsqlBatch batch, string schema, List<ReceiptRow> receipts)
    {
        var answers = new BulkRows(receipts.Count)
            .Add("message_id", "bigint", [.. receipts.Select(row => row.Message)])
            .Add("act", "int", [.. receipts.Select(row => (int)(row.Kind == ReceiptKind.Read ? Act.Read : Act.Answered))]);
        var from = PgTime.Date(receipts.Select(row => row.Day).DefaultIfEmpty().Min() - AnswerDaysMost);
        answers.Run(batch, string.Create(CultureInfo.InvariantCulture, $"""
            WITH acts AS MATERIALIZED (
                SELECT y.school_id, y.year, m.day, m.guardian_id, r.act
                FROM ({answers.Query}) AS r JOIN {schema}.messages AS m ON m.id = r.message_id
                JOIN {schema}.school_years AS s ON m.day BETWEEN s.first_day AND s.last_day
                JOIN {schema}.student_years AS y ON (y.student_id, y.year) = ((m.id >> 32)::int, s.year)
                WHERE m.day >= DATE '{from:yyyy-MM-dd}'
            ), days AS (
                INSERT INTO {schema}.guardian_day AS t ({DayKey}, {string.Join(", ", [.. OfBoth, .. OfDay])})
                SELECT school_id, day, {Counts}, 0, 0
                FROM acts GROUP BY 1, 2 ORDER BY 1, 2
                ON CONFLICT ({DayKey}) DO UPDATE SET {Added([.. OfBoth, .. OfDay])}
            )
            INSERT INTO {schema}.guardian_group_month AS t ({MonthKey}, {string.Join(", ", OfBoth)})
            SELECT a.school_id, a.year, date_trunc('month', day)::date, k.kind, k.member, {Counts}
            FROM acts AS a JOIN {schema}.guardians AS g ON g.id = a.guardian_id JOIN {schema}.schools AS c ON c.id = a.school_id
            CROSS JOIN LATERAL ({Groups}) AS k (kind, member)
            GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
            ON CONFLICT ({MonthKey}) DO UPDATE SET {Added(OfBoth)}
            """));
    }

    private const string Groups = """
        VALUES ('working_hours', g.working_hours), ('home_access', g.home_access), ('channel', g.channel), ('level', c.level),
            ('language', CASE WHEN g.language = 'en' THEN 'English' ELSE 'other' END)
        """;

    private static string Counts { get; } = $"0, 0, 0, 0, {Count(Act.Read)}, {Count(Act.Answered)}, 0, 0";

    private static string Count(Act act) => $"count(*) FILTER (WHERE act = {(int)act})";

    private static string Added(IEnumerable<string> columns) =>
        string.Join(", ", columns.Select(column => $"{column} = t.{column} + excluded.{column}"));

    private struct GuardianSum
    {
        public int Visiting;
        public int PortalVisits;
        public int DigestsOpened;
        public int Delivered;
        public int Conferences;
        public int Held;
        public int Messages;
        public int Letters;

        public void Add(in GuardianSum other)
        {
            Visiting += other.Visiting;
            PortalVisits += other.PortalVisits;
            DigestsOpened += other.DigestsOpened;
            Delivered += other.Delivered;
            Conferences += other.Conferences;
            Held += other.Held;
            Messages += other.Messages;
            Letters += other.Letters;
        }
    }
}
