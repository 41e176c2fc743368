using Npgsql;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

internal readonly struct AwardTable : IActivityTable<AwardRow>
{
    public static string Name => "awards";

    public static string Columns => "id, evidence_id, at, day, from_day, value, kind, subject";

    public static long Id(in AwardRow row) => row.Id;

    public static int Sequence(in AwardRow row) => ActivityId.Sequence(row.Id);

    public static int Day(in AwardRow row) => row.Day;

    public static void Write(ref BinaryRow target, in AwardRow row)
    {
        target.Int64(row.Id);
        target.Reference(row.Evidence);
        target.Instant(row.At);
        target.Day(row.Day);
        target.OptionalDay(row.FromDay);
        target.Int32(row.Value);
        target.Int16((short)row.Kind);
        target.OptionalInt16(row.Subject);
    }

    public static AwardRow Read(NpgsqlDataReader source) => new(
        source.GetInt64(0), source.Day(3), (AwardKind)source.GetInt16(6), source.IsDBNull(7) ? (short)-1 : source.GetInt16(7),
        source.IsDBNull(4) ? -1 : source.Day(4), source.GetInt32(5), source.IsDBNull(1) ? -1 : source.GetInt64(1),
        source.Instant(2));
}
