using Npgsql;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

internal readonly struct ReferralTable : IActivityTable<ReferralRow>
{
    public static string Name => "behaviour_referrals";

    public static string Columns => "id, at, day, classroom_id, kind, action";

    public static long Id(in ReferralRow row) => row.Id;

    public static int Sequence(in ReferralRow row) => ActivityId.Sequence(row.Id);

    public static int Day(in ReferralRow row) => row.Day;

    public static void Write(ref BinaryRow target, in ReferralRow row)
    {
        target.Int64(row.Id);
        target.Instant(row.At);
        target.Day(row.Day);
        target.Int32(row.Classroom);
        target.Int16((short)row.Kind);
        target.Int16((short)row.Action);
    }

    public static ReferralRow Read(NpgsqlDataReader source) => new(
        source.GetInt64(0), source.Day(2), source.GetInt32(3), (ReferralKind)source.GetInt16(4),
        (ReferralAction)source.GetInt16(5), source.Instant(1));
}
