using System.Globalization;
using System.Runtime.InteropServices;
using Npgsql;
using Pathfinity.Determinism;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>
/// Sees that months have partitions before the transactions that write into them begin: those of the days that an
/// engine begins, and, should a batch hold others, those of the batch.
/// </summary>
internal sealed class MonthPartitions(Database database, string world)
{
    private readonly HashSet<DateOnly> made = [];
    private readonly HashSet<DateOnly> indexed = [];
    private readonly PartitionKeys keys = new(database, world);
    private bool loading;
    private bool keyed;

    /// <summary>From now on months are made without keys and indexes, until <see cref="EndLoadAsync"/>.</summary>
    public void BeginLoad() => (loading, keyed) = (true, false);

    /// <summary>A connection to the world; while a load is under way, one whose commands may take any time.</summary>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellation) =>
        (loading ? database.Unhurried : database.Source).OpenConnectionAsync(cancellation);

    /// <summary>Gives the keys to the months that lack them.</summary>
    public async Task EndLoadAsync(CancellationToken cancellation)
    {
        if (!keyed)
        {
            await keys.AddAsync(cancellation);
        }
        (loading, keyed) = (false, true);
    }

    /// <summary>Makes the months of days that an engine begins.</summary>
    /// <param name="fromDay">First day, as days since 1970-01-01.</param>
    /// <param name="throughDay">Last day.</param>
    public async Task BeginDaysAsync(int fromDay, int throughDay, CancellationToken cancellation)
    {
        if (!loading)
        {
            // A load that was broken off may have left some without.
            await EndLoadAsync(cancellation);
        }
        var last = PgTime.Date(throughDay);
        // The last day's even so: it may have been begun before, without anything being stored.
        var months = new HashSet<DateOnly> { FirstOf(last) };
        for (var month = FirstOf(PgTime.Date(fromDay)); month <= last; month = month.AddMonths(1))
        {
            months.Add(month);
        }
        await EnsureAsync([.. months], cancellation);
        if (!loading)
        {
            await AddIndexesAsync(months, cancellation);
        }
    }

    public async Task EnsureAsync(Rows rows, CancellationToken cancellation)
    {
        var months = new HashSet<DateOnly>();
        Collect<AttendanceTable, AttendanceRow>(rows.Attendance, months);
        Collect<JourneyTable, JourneyRow>(rows.Journeys, months);
        Collect<SessionTable, SessionRow>(rows.Sessions, months);
        Collect<VisitTable, VisitRow>(rows.Visits, months);
        Collect<AttemptTable, AttemptRow>(rows.Attempts, months);
        Collect<ExplorationTable, ExplorationRow>(rows.Explorations, months);
        Collect<AssessmentTable, AssessmentRow>(rows.Assessments, months);
        Collect<InterventionTable, InterventionRow>(rows.Interventions, months);
        Collect<InterventionOutcomeTable, InterventionOutcomeRow>(rows.InterventionOutcomes, months);
        Collect<GuardianVisitTable, GuardianVisitRow>(rows.GuardianVisits, months);
        Collect<MessageTable, MessageRow>(rows.Messages, months);
        Collect<ReceiptTable, ReceiptRow>(rows.Receipts, months);
        Collect<ConferenceTable, ConferenceRow>(rows.Conferences, months);
        Collect<ReportCardTable, ReportCardRow>(rows.ReportCards, months);
        Collect<ReferralTable, ReferralRow>(rows.Referrals, months);
        Collect<AwardTable, AwardRow>(rows.Awards, months);
        await EnsureAsync(months, cancellation);
    }

    /// <summary>The first day of a date's month.</summary>
    public static DateOnly FirstOf(DateOnly date) => new(date.Year, date.Month, 1);

    /// <summary>The name of a table's partition, as add_month gives it.</summary>
    public static string NameOf(string table, DateOnly month) =>
        string.Create(CultureInfo.InvariantCulture, $"{table}_{month:yyyy_MM}");

    private async Task EnsureAsync(HashSet<DateOnly> months, CancellationToken cancellation)
    {
        lock (made)
        {
            months.ExceptWith(made);
        }
        if (months.Count == 0)
        {
            return;
        }
        await MakeAsync(months, cancellation);
        lock (made)
        {
            made.UnionWith(months);
        }
    }

    private async Task AddIndexesAsync(HashSet<DateOnly> months, CancellationToken cancellation)
    {
        lock (made)
        {
            months.RemoveWhere(month => !indexed.Add(month));
        }
        foreach (var month in months.Order())
        {
            await keys.AddIndexesAsync(month, cancellation);
        }
    }

    private async Task MakeAsync(HashSet<DateOnly> months, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var turn = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection);
        turn.Parameters.Add(new() { Value = (long)Dice.Key("months " + world) });
        await turn.ExecuteNonQueryAsync(cancellation);
        foreach (var month in months.Order())
        {
            await using var command = new NpgsqlCommand($"SELECT {WorldName.Quoted(world)}.add_month($1)", connection);
            command.Parameters.Add(new() { Value = month });
            var before = loading ? await keys.PartitionsAsync(connection, cancellation) : [];
            await command.ExecuteNonQueryAsync(cancellation);
            if (loading)
            {
                await keys.RemoveAsync(
                    connection, month, await keys.PartitionsAsync(connection, cancellation), before, cancellation);
            }
        }
        await transaction.CommitAsync(cancellation);
    }

    private static void Collect<TTable, TRow>(List<TRow> rows, HashSet<DateOnly> months)
        where TTable : struct, IActivityTable<TRow>
        where TRow : struct
    {
        var last = int.MinValue;
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows))
        {
            var day = TTable.Day(row);
            if (day != last)
            {
                last = day;
                months.Add(FirstOf(PgTime.Date(day)));
            }
        }
    }
}
