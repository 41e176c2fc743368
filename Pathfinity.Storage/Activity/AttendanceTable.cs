using Npgsql;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

internal readonly struct AttendanceTable : IActivityTable<AttendanceRow>
{
    public static string Name => "attendance";

    public static string Columns =>
        "id, at, day, status, reason";

    public static long Id(in AttendanceRow row) => row.Id;

    public static int Sequence(in AttendanceRow row) => ActivityId.Sequence(row.Id);

    public static int Day(in AttendanceRow row) => row.Day;

    public static void Write(ref BinaryRow target, in AttendanceRow row)
    {
        target.Int64(row.Id);
        target.Instant(row.At);
        target.Day(row.Day);
        target.Int16((short)row.Status);
        target.Int16((short)row.Reason);
    }

    public static AttendanceRow Read(NpgsqlDataReader source) => new(
        source.GetInt64(0), source.Day(2), (AttendanceStatus)source.GetInt16(3), (AbsenceReason)source.GetInt16(4),
        source.Instant(1));
}
