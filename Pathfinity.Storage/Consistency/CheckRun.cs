using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Npgsql;

namespace Pathfinity.Storage;

/// <summary>
/// One check, in pieces: connections that see the same moment take one after the other. What asks for some students only
/// is cut so that its sorts and joins stay in memory. A check of few days takes their rows out of their months first, once
/// for all scans of a connection.
/// </summary>
internal sealed class CheckRun
{
    private const int StudentDaysOfPiece = 200_000;
    private const int StudentsOfPiece = 1000; // at least

    /// <summary>Up to so many days are taken out of their months.</summary>
    public const int FewDays = 7;

    private const string FewDaysSchema = "pg_temp";
    private const string LargestTable = "attempts";

    // Pieces run beside each other, so none is given workers of its own.
    private const string Settings = """
        SET LOCAL work_mem = '128MB'; SET LOCAL enable_partitionwise_join = on; SET LOCAL enable_partitionwise_aggregate = on;
        SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL jit = off
        """;

    // A day's rows are few beside the catalogue and the students' records: those are looked up, not read.
    private const string FewDaysSettings = "SET LOCAL random_page_cost = 0.5; SET LOCAL default_statistics_target = 10";

    private readonly ConcurrentQueue<Piece> pieces = [];
    private readonly Dictionary<ConsistencyRule, BrokenRule> broken = [];
    private readonly Lock gate = new();
    private readonly ImmutableArray<RuleScan> scans;
    private readonly string schema;
    private readonly DateOnly? from;
    private readonly DateOnly? through;
    private readonly IProgress<double>? progress;
    private readonly bool isOfFewDays;
    private readonly int planned;
    private long rows;
    private int done;

    private CheckRun(
        string schema, ImmutableArray<RuleScan> scans, (DateOnly? From, DateOnly? Through, int Students) world, int fewDays,
        IProgress<double>? progress)
    {
        (this.schema, this.scans, this.progress) = (schema, scans, progress);
        (from, through) = (world.From <= world.Through ? world.From : null, world.From <= world.Through ? world.Through : null);
        var days = from is null ? 1 : through!.Value.DayNumber - from.Value.DayNumber + 1;
        isOfFewDays = from is not null && days <= fewDays;
        var students = Math.Max(StudentsOfPiece, StudentDaysOfPiece / days);
        // The longest first, so that no connection is left alone with them at the end.
        var turns = scans.Where(scan => !scan.IsByDay || from is not null).OrderByDescending(scan => scan.IsByStudent)
            .GroupBy(scan => isOfFewDays && scan.DayTables.Contains(LargestTable) ? LargestTable : scan.Name);
        foreach (var turn in turns)
        {
            for (var first = 0; first == 0 || (turn.Any(scan => scan.IsByStudent) && first < world.Students); first += students)
            {
                pieces.Enqueue(new Piece(
                    [.. turn.Where(scan => first == 0 || scan.IsByStudent)], (long)first << 32, ((long)(first + students) << 32) - 1));
            }
        }
        planned = pieces.Count;
    }

    /// <param name="whole">From the world's first day, whatever was checked before.</param>
    public static async Task<CheckRun> PlanAsync(
        NpgsqlConnection connection, string schema, ImmutableArray<RuleScan> scans, bool whole, IProgress<double>? progress,
        CancellationToken cancellation, int fewDays = FewDays) =>
        new(schema, scans, await WorldAsync(connection, schema, whole, cancellation), fewDays, progress);

    /// <summary>Takes pieces until there are none.</summary>
    public async Task WorkAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await ExecuteAsync(connection, isOfFewDays ? $"{Settings}; {FewDaysSettings}" : Settings, cancellation);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        while (pieces.TryDequeue(out var piece))
        {
            foreach (var scan in piece.Scans)
            {
                foreach (var table in scan.DayTables.Where(table => isOfFewDays && taken.Add(table)))
                {
                    await TakeAsync(connection, table, cancellation);
                }
                await RunAsync(connection, scan, piece, cancellation);
            }
            progress?.Report((double)Interlocked.Increment(ref done) / planned);
        }
    }

    /// <summary>What was found, rule by rule in the order of the scans.</summary>
    public ConsistencyReport Report() => new(
        from, through, rows, ConsistencyCheck.Rules,
        [.. scans.SelectMany(scan => scan.Rules).Where(broken.ContainsKey).Select(rule => broken[rule])]);

    /// <summary>
    /// Takes the days' rows of a table out of their months, until the transaction ends: by the index on days where a month
    /// has one, which a server that knows nothing of how days follow each other there would not choose.
    /// </summary>
    private Task TakeAsync(NpgsqlConnection connection, string table, CancellationToken cancellation) => ExecuteAsync(
        connection, string.Create(CultureInfo.InvariantCulture, $"""
            SET LOCAL enable_seqscan = off;
            CREATE TEMPORARY TABLE {table} ON COMMIT DROP AS
            SELECT * FROM {schema}.{table} WHERE day BETWEEN '{from:yyyy-MM-dd}' AND '{through:yyyy-MM-dd}';
            SET LOCAL enable_seqscan = on;
            ANALYZE {FewDaysSchema}.{table}
            """), cancellation);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task RunAsync(NpgsqlConnection connection, RuleScan scan, Piece piece, CancellationToken cancellation)
    {
        var sql = scan.Query(schema, Identifier.Quote(Migrations.CatalogueSchema), isOfFewDays ? FewDaysSchema : schema);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        if (scan.IsByDay)
        {
            command.Parameters.Add(new() { Value = from });
            command.Parameters.Add(new() { Value = through });
        }
        if (scan.IsByStudent)
        {
            command.Parameters.Add(new() { Value = piece.FromId });
            command.Parameters.Add(new() { Value = piece.ToId });
        }
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var id = Convert.ToInt64(reader.GetValue(2), CultureInfo.InvariantCulture);
            Count(scan, reader.GetInt64(0), reader.GetInt64(1), id);
        }
    }

    private void Count(RuleScan scan, long rules, long places, long first)
    {
        lock (gate)
        {
            rows += places;
            for (var i = 0; i < scan.Rules.Length; i++)
            {
                if ((rules >> i & 1) != 0)
                {
                    var before = broken.GetValueOrDefault(scan.Rules[i]) ?? new BrokenRule(scan.Rules[i], 0, long.MaxValue);
                    broken[scan.Rules[i]] = before with { Places = before.Places + places, First = Math.Min(before.First, first) };
                }
            }
        }
    }

    /// <summary>The days to look at, to the last that is complete in every school, and how many ordinals students have.</summary>
    private static async Task<(DateOnly? From, DateOnly? Through, int Students)> WorldAsync(
        NpgsqlConnection connection, string schema, bool whole, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            SELECT w.first_day, p.checked_day,
                (SELECT CASE WHEN count(*) = (SELECT count(*) FROM {schema}.schools) THEN min(day) END FROM {schema}.school_state),
                (SELECT coalesce(max(id) + 1, 0) FROM {schema}.students)
            FROM {schema}.world AS w, {schema}.progress AS p
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        DateOnly? through = reader.IsDBNull(2) ? null : reader.GetFieldValue<DateOnly>(2);
        var from = whole || reader.IsDBNull(1)
            ? reader.GetFieldValue<DateOnly>(0)
            : reader.GetFieldValue<DateOnly>(1).AddDays(1);
        return (through is null ? null : from, through, reader.GetInt32(3));
    }

    private readonly record struct Piece(ImmutableArray<RuleScan> Scans, long FromId, long ToId);
}
