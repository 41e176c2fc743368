using Npgsql;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

internal readonly struct ReceiptTable : IActivityTable<ReceiptRow>
{
    public static string Name => "message_receipts";

    public static string Columns => "id, message_id, at, day, guardian_id, kind";

    public static long Id(in ReceiptRow row) => row.Id;

    public static int Sequence(in ReceiptRow row) => ActivityId.Sequence(row.Id);

    public static int Day(in ReceiptRow row) => row.Day;

    public static void Write(ref BinaryRow target, in ReceiptRow row)
    {
        target.Int64(row.Id);
        target.Int64(row.Message);
        target.Instant(row.At);
        target.Day(row.Day);
        target.Int32(row.Guardian);
        target.Int16((short)row.Kind);
    }

    public static ReceiptRow Read(NpgsqlDataReader source) => new(
        source.GetInt64(0), source.Day(3), source.GetInt64(1), source.GetInt32(4), (ReceiptKind)source.GetInt16(5),
        source.Instant(2));
}
