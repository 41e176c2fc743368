using System.Collections.Immutable;
using System.Data;
using System.Globalization;
using Npgsql;

namespace Pathfinity.Storage;

/// <param name="Places">How many rows break the rule.</param>
/// <param name="First">The least id among them.</param>
public sealed record BrokenRule(ConsistencyRule Rule, long Places, long First);

/// <summary>What a consistency check found.</summary>
/// <param name="From">First day looked at; null when there was none to look at.</param>
/// <param name="Through">Last day looked at.</param>
/// <param name="Rows">Rows looked at.</param>
public sealed record ConsistencyReport(
    DateOnly? From, DateOnly? Through, long Rows, ImmutableArray<ConsistencyRule> Rules, ImmutableArray<BrokenRule> Broken)
{
    /// <summary>Rows that break a rule, counted once for each rule.</summary>
    public long Contradictions => Broken.Sum(broken => broken.Places);

    public bool Ok => Broken.IsEmpty;
}

/// <summary>
/// Looks for contradictions in a world's raw activity. Complete days only: what a day under way has begun and not yet
/// ended contradicts nothing. A clean check is remembered, and the next one goes on after it.
/// </summary>
public sealed class ConsistencyCheck(Database database)
{
    /// <summary>Every rule, scan by scan.</summary>
    public static ImmutableArray<ConsistencyRule> Rules { get; } = [.. RuleScan.All.SelectMany(scan => scan.Rules)];

    /// <param name="whole">From the world's first day, whatever was checked before.</param>
    /// <exception cref="BadInputException">There is no such world.</exception>
    public async Task<ConsistencyReport> RunAsync(
        string world, bool whole, IProgress<double>? progress, CancellationToken cancellation)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await HeldWorld.CheckAsync(connection, world, cancellation);
        await database.MigrateAsync(Migrations.World, WorldName.Schema(world), cancellation);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var report = await RunAsync(connection, WorldName.Quoted(world), whole, progress, cancellation);
        if (report is { Ok: true, Through: not null })
        {
            await using var command = new NpgsqlCommand(
                $"UPDATE {WorldName.Quoted(world)}.progress SET checked_day = $1", connection);
            command.Parameters.Add(new() { Value = report.Through });
            await command.ExecuteNonQueryAsync(cancellation);
        }
        await moment.CommitAsync(cancellation);
        return report;
    }

    /// <summary>The same on a connection whose transaction sees one moment.</summary>
    internal static Task<ConsistencyReport> RunAsync(
        NpgsqlConnection connection, string schema, bool whole, IProgress<double>? progress, CancellationToken cancellation) =>
        RunAsync(connection, schema, RuleScan.All, whole, progress, cancellation);

    /// <summary>The rules of some scans alone.</summary>
    internal static async Task<ConsistencyReport> RunAsync(
        NpgsqlConnection connection, string schema, ImmutableArray<RuleScan> scans, bool whole, IProgress<double>? progress,
        CancellationToken cancellation)
    {
        var (from, through) = await DaysAsync(connection, schema, whole, cancellation);
        var broken = ImmutableArray.CreateBuilder<BrokenRule>();
        var (rows, done) = (0L, 0);
        foreach (var scan in scans)
        {
            if (!scan.IsByDay || (from is not null && from <= through))
            {
                rows += await RunAsync(connection, scan, schema, from, through, broken, cancellation);
            }
            progress?.Report((double)++done / scans.Length);
        }
        return new ConsistencyReport(from <= through ? from : null, from <= through ? through : null, rows, Rules, broken.ToImmutable());
    }

    private static async Task<long> RunAsync(
        NpgsqlConnection connection, RuleScan scan, string schema, DateOnly? from, DateOnly? through,
        ImmutableArray<BrokenRule>.Builder broken, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(scan.Query(schema, Identifier.Quote(Migrations.CatalogueSchema)), connection)
        { CommandTimeout = 0 };
        if (scan.IsByDay)
        {
            command.Parameters.Add(new() { Value = from });
            command.Parameters.Add(new() { Value = through });
        }
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        for (var i = 0; i < scan.Rules.Length; i++)
        {
            var places = reader.GetInt64(1 + (2 * i));
            if (places > 0)
            {
                broken.Add(new BrokenRule(scan.Rules[i], places, Convert.ToInt64(reader.GetValue(2 + (2 * i)), CultureInfo.InvariantCulture)));
            }
        }
        return reader.GetInt64(0);
    }

    /// <summary>The days to look at: to the last that is complete in every school.</summary>
    private static async Task<(DateOnly? From, DateOnly? Through)> DaysAsync(
        NpgsqlConnection connection, string schema, bool whole, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            SELECT w.first_day, p.checked_day,
                (SELECT CASE WHEN count(*) = (SELECT count(*) FROM {schema}.schools) THEN min(day) END FROM {schema}.school_state)
            FROM {schema}.world AS w, {schema}.progress AS p
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        DateOnly? through = reader.IsDBNull(2) ? null : reader.GetFieldValue<DateOnly>(2);
        var from = whole || reader.IsDBNull(1)
            ? reader.GetFieldValue<DateOnly>(0)
            : reader.GetFieldValue<DateOnly>(1).AddDays(1);
        return (through is null ? null : from, through);
    }
}
