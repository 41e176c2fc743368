using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>The worlds of a database as engines need them.</summary>
/// <param name="releases">Loads a release of the catalogue.</param>
public sealed class WorldStore(
    Database database, Func<int, CancellationToken, Task<Release>> releases) : IWorldStore
{
    private readonly ConditionalWeakTable<WorldLease, MonthPartitions> months = [];
    private readonly ConditionalWeakTable<WorldLease, PacingPlan> plans = [];

    /// <summary>False to leave the sums out, which shows what they take.</summary>
    internal bool KeepsSums { get; init; } = true;

    /// <inheritdoc/>
    public async Task<Committed> CommitAsync(WorldLease lease, ActivityBatch batch, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(batch);
        var started = Stopwatch.GetTimestamp();
        using var span = Telemetry.Source.StartActivity("commit");
        span?.SetTag("pathfinity.world", lease.World).SetTag("pathfinity.school", batch.School);
        await MonthsOf(lease).EnsureAsync(batch.Rows, cancellation);
        var schema = WorldName.Quoted(lease.World);
        await using var connection = await MonthsOf(lease).OpenAsync(cancellation);
        await using var transaction = await BeginAsync(connection, lease, cancellation);
        var marks = await Marks.LockAsync(connection, schema, batch, cancellation);
        var (rows, dropped) = marks.Surviving(batch.Rows);
        var sums = await CopyAsync(connection, schema, lease, batch.School, rows, marks, cancellation);
        using (Telemetry.Start("sums", connection))
        {
            await using var commands = new NpgsqlBatch(connection, transaction);
            if (sums is not null)
            {
                await sums.StoreAsync(connection, commands, schema, cancellation);
            }
            marks.Advance(commands, schema);
            if (batch.Checkpoint is { } checkpoint)
            {
                Checkpoints.Write(commands, schema, checkpoint);
            }
            await RunAsync(commands, cancellation);
        }
        await transaction.CommitAsync(cancellation);
        span?.SetTag("pathfinity.rows", rows.Count).SetTag("pathfinity.dropped", dropped);
        Telemetry.CommitSeconds.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        return new Committed(rows.Count, dropped);
    }

    /// <inheritdoc/>
    public async Task<StoredWorld> LoadAsync(WorldLease lease, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var schema = WorldName.Quoted(lease.World);
        await using var connection = await MonthsOf(lease).OpenAsync(cancellation);
        await using var transaction = await BeginAsync(connection, lease, cancellation);
        await using var command = new NpgsqlCommand($"SELECT spec FROM {schema}.world", connection);
        var spec = WorldSpecYaml.Read((string)(await command.ExecuteScalarAsync(cancellation))!);
        return new StoredWorld(
            lease.World, spec,
            await Journal.ReadAsync(connection, schema, null, cancellation),
            await Checkpoints.ReadAsync(connection, schema, cancellation));
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<JournalEntry>> BeginDaysAsync(
        WorldLease lease, int throughDay, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var schema = WorldName.Quoted(lease.World);
        await using var connection = await MonthsOf(lease).OpenAsync(cancellation);
        await using var transaction = await BeginAsync(connection, lease, cancellation);
        await using var command = new NpgsqlCommand($"""
            UPDATE {schema}.progress p SET begun_day = greatest(p.begun_day, $1)
            FROM (SELECT coalesce(begun_day, first_day) AS day FROM {schema}.progress, {schema}.world) AS before
            RETURNING before.day
            """, connection);
        command.Parameters.Add(new() { Value = PgTime.Date(throughDay) });
        var before = (DateOnly)(await command.ExecuteScalarAsync(cancellation))!;
        var entries = await Journal.ReadAsync(connection, schema, throughDay, cancellation);
        await transaction.CommitAsync(cancellation);
        await MonthsOf(lease).BeginDaysAsync(PgTime.FromDate(before), throughDay, cancellation);
        return entries;
    }

    /// <inheritdoc/>
    public void BeginLoad(WorldLease lease)
    {
        ArgumentNullException.ThrowIfNull(lease);
        MonthsOf(lease).BeginLoad();
    }

    /// <inheritdoc/>
    public Task EndLoadAsync(WorldLease lease, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return MonthsOf(lease).EndLoadAsync(cancellation);
    }

    /// <summary>
    /// Takes a student out of a world: its days are empty from one on that is not complete. Again changes nothing.
    /// </summary>
    public async Task QuarantineAsync(
        WorldLease lease, int student, int day, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var schema = WorldName.Quoted(lease.World);
        await using var connection = await MonthsOf(lease).OpenAsync(cancellation);
        await using var transaction = await BeginAsync(connection, lease, cancellation);
        var journal = await Journal.ReadAsync(connection, schema, null, cancellation);
        if (!journal.Any(entry => entry.Kind == JournalKind.Quarantine && entry.Value == student))
        {
            await Journal.WriteAsync(connection, schema, new JournalEntry(
                journal[^1].Number + 1, day, JournalKind.Quarantine, student, reason), cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    /// <inheritdoc/>
    public async Task EnterYearAsync(WorldLease lease, Roster roster, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(roster);
        await using var connection = await MonthsOf(lease).OpenAsync(cancellation);
        await using var transaction = await BeginAsync(connection, lease, cancellation);
        var schema = WorldName.Quoted(lease.World);
        if (await PeopleTables.AreThereAsync(connection, schema, roster, cancellation))
        {
            return;
        }
        await using var commands = new NpgsqlBatch(connection, transaction);
        PeopleTables.Write(commands, schema, roster);
        await RunAsync(commands, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <inheritdoc/>
    public Task<Release> LoadReleaseAsync(int number, CancellationToken cancellation) => releases(number, cancellation);

    /// <summary>Writes the rows and, while the server takes them, sums them up; null when no sums are kept.</summary>
    private async Task<BatchSums?> CopyAsync(
        NpgsqlConnection connection, string schema, WorldLease lease, int school, Rows rows, Marks marks,
        CancellationToken cancellation)
    {
        if (!KeepsSums)
        {
            await ActivityCopy.WriteAsync(connection, schema, rows, cancellation);
            return null;
        }
        var plan = plans.GetValue(lease, static _ => new PacingPlan());
        await plan.CoverAsync(connection, schema, BatchSums.Classrooms(rows), cancellation);
        var sums = Task.Run(() => new BatchSums(school, rows, marks, plan), cancellation);
        try
        {
            await ActivityCopy.WriteAsync(connection, schema, rows, cancellation);
        }
        finally
        {
            // Whoever gave the rows may use them for others once this call is over, however it ends.
            await ((Task)sums).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return await sums;
    }

    private MonthPartitions MonthsOf(WorldLease lease) =>
        months.GetValue(lease, own => new MonthPartitions(database, own.World));

    /// <summary>Begins a transaction that no later holder of the world can overlap.</summary>
    /// <exception cref="LeaseLostException">Another engine holds the world.</exception>
    private static async Task<NpgsqlTransaction> BeginAsync(
        NpgsqlConnection connection, WorldLease lease, CancellationToken cancellation)
    {
        var transaction = await connection.BeginTransactionAsync(cancellation);
        var (epoch, holder) = await Fence.EnterAsync(connection, lease.World, cancellation);
        return epoch == lease.Epoch
            ? transaction
            : throw new LeaseLostException(string.Create(CultureInfo.InvariantCulture,
                $"the world '{lease.World}' is now held by {holder} (epoch {epoch}); this engine stops"));
    }

    private static async Task RunAsync(NpgsqlBatch commands, CancellationToken cancellation)
    {
        if (commands.BatchCommands.Count > 0)
        {
            await commands.ExecuteNonQueryAsync(cancellation);
        }
    }
}
