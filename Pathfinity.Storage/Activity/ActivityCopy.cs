using System.Globalization;
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

    /// <exception cref="InvalidDataException">The server counted other rows than were sent.</exception>
    internal static async Task CopyAsync<TTable, TRow>(
        NpgsqlConnection connection, string schema, List<TRow> rows, CancellationToken cancellation)
        where TTable : IActivityTable<TRow>
        where TRow : struct
    {
        if (rows.Count == 0)
        {
            return;
        }
        using var span = Telemetry.Source.StartActivity($"copy {TTable.Name}");
        span?.SetTag("pathfinity.rows", rows.Count);
        await using var importer = await connection.BeginBinaryImportAsync(
            $"COPY {schema}.{TTable.Name} ({TTable.Columns}) FROM STDIN (FORMAT BINARY)", cancellation);
        WriteAll<TTable, TRow>(importer, rows);
        var written = await importer.CompleteAsync(cancellation);
        if (written != (ulong)rows.Count)
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture, $"{rows.Count} rows of {TTable.Name} were sent; {written} arrived."));
        }
        Telemetry.Rows.Add(rows.Count, new KeyValuePair<string, object?>("table", TTable.Name));
    }

    private static void WriteAll<TTable, TRow>(NpgsqlBinaryImporter importer, List<TRow> rows)
        where TTable : IActivityTable<TRow>
        where TRow : struct
    {
        var target = new BinaryRow(importer);
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows))
        {
            TTable.Write(target, row);
        }
    }
}
