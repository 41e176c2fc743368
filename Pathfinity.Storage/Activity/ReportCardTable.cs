using Npgsql;
using Pathfinity.Curriculum;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

internal readonly struct ReportCardTable : IActivityTable<ReportCardRow>
{
    public static string Name => "report_cards";

    public static string Columns =>
        "id, at, day, from_day, classroom_id, attempts, correct, checks_score, subject, term, checks, benchmark, norm, grade";

    public static long Id(in ReportCardRow row) => row.Id;

    public static int Sequence(in ReportCardRow row) => ActivityId.Sequence(row.Id);

    public static int Day(in ReportCardRow row) => row.Day;

    public static void Write(ref BinaryRow target, in ReportCardRow row)
    {
        target.Int64(row.Id);
        target.Instant(row.At);
        target.Day(row.Day);
        target.Day(row.FromDay);
        target.Int32(row.Classroom);
        target.Int32(row.Attempts);
        target.Int32(row.Correct);
        target.Int32(row.ChecksScore);
        target.Int16((short)row.Subject);
        target.Int16(row.Term);
        target.Int16(row.Checks);
        target.Int16(row.Benchmark);
        target.Int16(row.Norm);
        target.Int16(row.Grade);
    }

    public static ReportCardRow Read(NpgsqlDataReader source) => new(
        source.GetInt64(0), source.Day(2), source.Day(3), source.GetInt32(4), (Subject)source.GetInt16(8),
        (byte)source.GetInt16(9), source.GetInt32(5), source.GetInt32(6), source.GetInt16(10), source.GetInt32(7),
        source.GetInt16(11), source.GetInt16(12), source.GetInt16(13), source.Instant(1));
}
