using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Npgsql;

namespace Pathfinity.Storage;

/// <summary>
/// One check, in pieces: connections that see the same moment take one after the other. What asks for some students only
/// is cut so that its sorts and joins stay in memory.
/// </summary>
internal sealed class CheckRun
{
    private const int StudentDaysOfPiece = 200_000;
    private const int StudentsOfPiece = 1000; // at least

    // Pieces run beside each other, so none is given workers of its own.
    private const string Settings = """
        SET LOCAL work_mem = '128MB'; SET LOCAL enable_partitionwise_join = on; SET LOCAL enable_partitionwise_aggregate = on;
        SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL jit = off
        """;

    private readonly ConcurrentQueue<Piece> pieces = [];
    private readonly Dictionary<ConsistencyRule, BrokenRule> broken = [];
    private readonly Lock gate = new();
    private readonly ImmutableArray<RuleScan> scans;
    private readonly string schema;
    private readonly DateOnly? from;
    private readonly DateOnly? through;
    private readonly IProgress<double>? progress;
    private readonly int planned;
    private long rows;
    private int done;

    private CheckRun(
        string schema, ImmutableArray<RuleScan> scans, (DateOnly? From, DateOnly? Through, int Students) world, IProgress<double>? progress)
    {
        (this.schema, this.scans, this.progress) = (schema, scans, progress);
        (from, through) = (world.From <= world.Through ? world.From : null, world.From <= world.Through ? world.Through : null);
        var days = from is null ? 1 : through!.Value.DayNumber - from.Value.DayNumber + 1;
        var students = Math.Max(StudentsOfPiece, StudentDaysOfPiece / days);
        // The longest first, so that no connection is left alone with them at the end.
        foreach (var scan in scans.Where(scan => !scan.IsByDay || from is not null).OrderByDescending(scan => scan.IsByStudent))
        {
            for (var first = 0; first == 0 || (scan.IsByStudent && first < world.Students); first += students)
            {
                pieces.Enqueue(new Piece(scan, (long)first << 32, ((long)(first + students) << 32) - 1));
            }
        }
        planned = pieces.Count;
    }

    /// <param name="whole">From the world's first day, whatever was checked before.</param>
    public static async Task<CheckRun> PlanAsync(
        NpgsqlConnection connection, string schema, ImmutableArray<RuleScan> scans, bool whole, IProgress<double>? progress,
        CancellationToken cancellation) =>
        new(schema, scans, await WorldAsync(connection, schema, whole, cancellation), progress);

    /// <summary>Takes pieces until there are none.</summary>
    public async Task WorkAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using (var settings = new NpgsqlCommand(Settings, connection))
        {
            await settings.ExecuteNonQueryAsync(cancellation);
        }
        while (pieces.TryDequeue(out var piece))
        {
            await RunAsync(connection, piece, cancellation);
            progress?.Report((double)Interlocked.Increment(ref done) / planned);
        }
    }

    /// <summary>What was found, rule by rule in the order of the scans.</summary>
    public ConsistencyReport Report() => new(
        from, through, rows, ConsistencyCheck.Rules,
        [.. scans.SelectMany(scan => scan.Rules).Where(broken.ContainsKey).Select(rule => broken[rule])]);

    private async Task RunAsync(NpgsqlConnection connection, Piece piece, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            piece.Scan.Query(schema, Identifier.Quote(Migrations.CatalogueSchema)), connection) { CommandTimeout = 0 };
        if (piece.Scan.IsByDay)
        {
            command.Parameters.Add(new() { Value = from });
            command.Parameters.Add(new() { Value = through });
        }
        if (piece.Scan.IsByStudent)
        {
            command.Parameters.Add(new() { Value = piece.FromId });
            command.Parameters.Add(new() { Value = piece.ToId });
        }
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var id = Convert.ToInt64(reader.GetValue(2), CultureInfo.InvariantCulture);
            Count(piece.Scan, reader.GetInt64(0), reader.GetInt64(1), id);
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

    private readonly record struct Piece(RuleScan Scan, long FromId, long ToId);
}
