using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>A student's mark and checkpoint as they are stored.</summary>
/// <param name="MarkDay">The last day with an attempt; null before the first.</param>
/// <param name="CompleteDay">The last day in the checkpoint; the smallest number before the first.</param>
internal sealed record StoredStudent(
    int Id, int Sequence, int? MarkDay, int[] MarkClassrooms, int MarkAttempts, int MarkCorrect, int CompleteDay, byte[] Digest,
    int[] MarkLooks);

/// <summary>Everything raw of some students in a row, in order of their activities' keys.</summary>
internal sealed record StoredStudents(IReadOnlyList<StoredStudent> Students, Rows Rows)
{
    /// <summary>The next students from an ordinal on; none when there are no more.</summary>
    public static async Task<StoredStudents> ReadAsync(
        NpgsqlConnection connection, string schema, int from, int count, CancellationToken cancellation)
    {
        var students = await MarksAsync(connection, schema, from, count, cancellation);
        var rows = new Rows();
        if (students.Count > 0)
        {
            await ReadAsync(connection, schema, students[0].Id, students[^1].Id, rows, cancellation);
        }
        return new StoredStudents(students, rows);
    }

    /// <summary>The rows of these students, in order of their keys.</summary>
    /// <param name="students">Ordinals, ascending.</param>
    public static async Task<Rows> ReadAsync(
        NpgsqlConnection connection, string schema, int[] students, CancellationToken cancellation)
    {
        var rows = new Rows();
        for (int from = 0, to; from < students.Length; from = to)
        {
            to = from + 1;
            while (to < students.Length && students[to] == students[to - 1] + 1)
            {
                to++;
            }
            await ReadAsync(connection, schema, students[from], students[to - 1], rows, cancellation);
        }
        return rows;
    }

    private static async Task ReadAsync(
        NpgsqlConnection connection, string schema, int first, int last, Rows rows, CancellationToken cancellation)
    {
        var range = (ActivityId.Of(first, 0), ActivityId.Of(last + 1, 0));
        await ReadAsync<AttendanceTable, AttendanceRow>(connection, schema, range, rows.Attendance, cancellation);
        await ReadAsync<JourneyTable, JourneyRow>(connection, schema, range, rows.Journeys, cancellation);
        await ReadAsync<SessionTable, SessionRow>(connection, schema, range, rows.Sessions, cancellation);
        await ReadAsync<VisitTable, VisitRow>(connection, schema, range, rows.Visits, cancellation);
        await ReadAsync<AttemptTable, AttemptRow>(connection, schema, range, rows.Attempts, cancellation);
        await ReadAsync<ExplorationTable, ExplorationRow>(connection, schema, range, rows.Explorations, cancellation);
        await ReadAsync<AssessmentTable, AssessmentRow>(connection, schema, range, rows.Assessments, cancellation);
        await ReadAsync<InterventionTable, InterventionRow>(connection, schema, range, rows.Interventions, cancellation);
        await ReadAsync<InterventionOutcomeTable, InterventionOutcomeRow>(
            connection, schema, range, rows.InterventionOutcomes, cancellation);
        await ReadAsync<GuardianVisitTable, GuardianVisitRow>(connection, schema, range, rows.GuardianVisits, cancellation);
        await ReadAsync<MessageTable, MessageRow>(connection, schema, range, rows.Messages, cancellation);
        await ReadAsync<ReceiptTable, ReceiptRow>(connection, schema, range, rows.Receipts, cancellation);
        await ReadAsync<ConferenceTable, ConferenceRow>(connection, schema, range, rows.Conferences, cancellation);
        await ReadAsync<ReportCardTable, ReportCardRow>(connection, schema, range, rows.ReportCards, cancellation);
        await ReadAsync<ReferralTable, ReferralRow>(connection, schema, range, rows.Referrals, cancellation);
        await ReadAsync<AwardTable, AwardRow>(connection, schema, range, rows.Awards, cancellation);
    }

    private static async Task<List<StoredStudent>> MarksAsync(
        NpgsqlConnection connection, string schema, int from, int count, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            SELECT m.student_id, m.sequence, m.day, m.classrooms, m.attempts, m.correct, s.day, coalesce(s.digest, ''), m.looks
            FROM {schema}.marks AS m LEFT JOIN {schema}.student_state AS s USING (student_id)
            WHERE m.student_id >= $1 ORDER BY m.student_id LIMIT $2
            """, connection) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = from });
        command.Parameters.Add(new() { Value = count });
        var students = new List<StoredStudent>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            students.Add(new StoredStudent(
                reader.GetInt32(0), reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.Day(2),
                reader.GetFieldValue<int[]>(3), reader.GetInt32(4), reader.GetInt32(5),
                reader.IsDBNull(6) ? int.MinValue : reader.Day(6), reader.GetFieldValue<byte[]>(7),
                reader.GetFieldValue<int[]>(8)));
        }
        return students;
    }

    private static async Task ReadAsync<TTable, TRow>(
        NpgsqlConnection connection, string schema, (long From, long Below) range, List<TRow> rows,
        CancellationToken cancellation)
        where TTable : struct, IActivityTable<TRow>
        where TRow : struct
    {
        await using var command = new NpgsqlCommand(
            $"SELECT {TTable.Columns} FROM {schema}.{TTable.Name} WHERE id >= $1 AND id < $2 ORDER BY id", connection)
        { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = range.From });
        command.Parameters.Add(new() { Value = range.Below });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(TTable.Read(reader));
        }
    }
}
