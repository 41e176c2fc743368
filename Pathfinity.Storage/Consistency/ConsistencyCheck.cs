using System.Collections.Immutable;
using System.Data;
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
    private const int ConnectionsMost = 4;

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
        var run = await CheckRun.PlanAsync(connection, WorldName.Quoted(world), RuleScan.All, whole, progress, cancellation);
        var others = Enumerable.Range(1, Math.Clamp(Environment.ProcessorCount, 1, ConnectionsMost) - 1);
        var snapshot = await SnapshotAsync(connection, cancellation);
        await Task.WhenAll([run.WorkAsync(connection, cancellation), .. others.Select(_ => WorkAsync(run, snapshot, cancellation))]);
        var report = run.Report();
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

    /// <summary>Some scans on one connection, whose transaction sees one moment.</summary>
    /// <param name="fewDays">Up to so many days are taken out of their months first, as a day's check does.</param>
    internal static async Task<ConsistencyReport> RunAsync(
        NpgsqlConnection connection, string schema, ImmutableArray<RuleScan> scans, bool whole, IProgress<double>? progress,
        CancellationToken cancellation, int fewDays = CheckRun.FewDays)
    {
        var run = await CheckRun.PlanAsync(connection, schema, scans, whole, progress, cancellation, fewDays);
        await run.WorkAsync(connection, cancellation);
        return run.Report();
    }

    // Another connection that sees the same moment.
    private async Task WorkAsync(CheckRun run, string snapshot, CancellationToken cancellation)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await using (var join = new NpgsqlCommand($"SET TRANSACTION SNAPSHOT '{snapshot}'", connection))
        {
            await join.ExecuteNonQueryAsync(cancellation);
        }
        await run.WorkAsync(connection, cancellation);
    }

    private static async Task<string> SnapshotAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT pg_export_snapshot()", connection);
        return (string)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
