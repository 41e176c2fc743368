using System.Runtime.InteropServices;
using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>Writes rows of activity by binary COPY, one a table.</summary>
internal static class ActivityCopy
{
    public static async Task WriteAsync(
        NpgsqlConnection connection, string schema, Rows rows, CancellationToken cancellation)
    {
        await CopyAsync<AttendanceTable, AttendanceRow>(connection, schema, rows.Attendance, cancellation);
        await CopyAsync<JourneyTable, JourneyRow>(connection, schema, rows.Journeys, cancellation);
        await CopyAsync<SessionTable, SessionRow>(connection, schema, rows.Sessions, cancellation);
        await CopyAsync<VisitTable, VisitRow>(connection, schema, rows.Visits, cancellation);
        await CopyAsync<AttemptTable, AttemptRow>(connection, schema, rows.Attempts, cancellation);
        await CopyAsync<ExplorationTable, ExplorationRow>(connection, schema, rows.Explorations, cancellation);
        await CopyAsync<AssessmentTable, AssessmentRow>(connection, schema, rows.Assessments, cancellation);
        await CopyAsync<InterventionTable, InterventionRow>(connection, schema, rows.Interventions, cancellation);
        await CopyAsync<InterventionOutcomeTable, InterventionOutcomeRow>(
            connection, schema, rows.InterventionOutcomes, cancellation);
        await CopyAsync<GuardianVisitTable, GuardianVisitRow>(connection, schema, rows.GuardianVisits, cancellation);
        await CopyAsync<MessageTable, MessageRow>(connection, schema, rows.Messages, cancellation);
        await CopyAsync<ReceiptTable, ReceiptRow>(connection, schema, rows.Receipts, cancellation);
        await CopyAsync<ConferenceTable, ConferenceRow>(connection, schema, rows.Conferences, cancellation);
        await CopyAsync<ReportCardTable, ReportCardRow>(connection, schema, rows.ReportCards, cancellation);
        await CopyAsync<ReferralTable, ReferralRow>(connection, schema, rows.Referrals, cancellation);
        await CopyAsync<AwardTable, AwardRow>(connection, schema, rows.Awards, cancellation);
    }

    private static async Task CopyAsync<TTable, TRow>(
        NpgsqlConnection connection, string schema, List<TRow> rows, CancellationToken cancellation)
        where TTable : struct, IActivityTable<TRow>
        where TRow : struct
    {
        if (rows.Count == 0)
        {
            return;
        }
        using var span = Telemetry.Start($"copy {TTable.Name}", connection);
        span?.SetTag("pathfinity.rows", rows.Count);
        await BinaryCopy.WriteAsync(connection, new ActivityRows<TTable, TRow>(schema, rows), cancellation);
        Telemetry.Rows.Add(rows.Count, new KeyValuePair<string, object?>("table", TTable.Name));
    }
}

/// <summary>Rows of a table of activity, for its COPY.</summary>
internal readonly struct ActivityRows<TTable, TRow>(string schema, List<TRow> rows) : IBinaryRows
    where TTable : struct, IActivityTable<TRow>
    where TRow : struct
{
    private static readonly int FieldCount = TTable.Columns.Count(',') + 1;

    public string Target => $"{schema}.{Table} ({TTable.Columns})";

    public int Fields => FieldCount;

    public int Count => rows.Count;

    public void Write(ref BinaryRow target, int row) => TTable.Write(ref target, CollectionsMarshal.AsSpan(rows)[row]);

    /// <summary>The partition of the rows' month, so that the server need not look for each row's; the table when they have several.</summary>
    private string Table
    {
        get
        {
            var span = CollectionsMarshal.AsSpan(rows);
            var month = MonthPartitions.FirstOf(PgTime.Date(TTable.Day(span[0])));
            var (first, last) = (PgTime.FromDate(month), PgTime.FromDate(month.AddMonths(1)) - 1);
            foreach (ref readonly var row in span)
            {
                if (TTable.Day(row) < first || TTable.Day(row) > last)
                {
                    return TTable.Name;
                }
            }
            return MonthPartitions.NameOf(TTable.Name, month);
        }
    }
}
