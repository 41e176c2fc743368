using Npgsql;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

internal readonly struct GuardianVisitTable : IActivityTable<GuardianVisitRow>
{
    public static string Name => "guardian_visits";

    public static string Columns => "id, at, day, guardian_id, kind, seconds";

    public static long Id(in GuardianVisitRow row) => row.Id;

    public static int Sequence(in GuardianVisitRow row) => ActivityId.Sequence(row.Id);

    public static int Day(in GuardianVisitRow row) => row.Day;

    public static void Write(ref BinaryRow target, in GuardianVisitRow row)
    {
        target.Int64(row.Id);
        target.Instant(row.At);
        target.Day(row.Day);
        target.Int32(row.Guardian);
        target.Int16((short)row.Kind);
        target.Int16(row.Seconds);
    }

    public static GuardianVisitRow Read(NpgsqlDataReader source) => new(
        source.GetInt64(0), source.Day(2), source.GetInt32(3), (GuardianVisitKind)source.GetInt16(4), source.GetInt16(5),
        source.Instant(1));
}
