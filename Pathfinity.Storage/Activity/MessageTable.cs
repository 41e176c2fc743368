using Npgsql;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

internal readonly struct MessageTable : IActivityTable<MessageRow>
{
    public static string Name => "messages";

    public static string Columns =>
        "id, intervention_id, at, day, guardian_id, classroom_id, kind, channel, absences, delivered";

    public static long Id(in MessageRow row) => row.Id;

    public static int Sequence(in MessageRow row) => ActivityId.Sequence(row.Id);

    public static int Day(in MessageRow row) => row.Day;

    public static void Write(ref BinaryRow target, in MessageRow row)
    {
        target.Int64(row.Id);
        target.Reference(row.Intervention);
        target.Instant(row.At);
        target.Day(row.Day);
        target.Int32(row.Guardian);
        target.Ordinal(row.Classroom);
        target.Int16((short)row.Kind);
        target.Int16((short)row.Channel);
        target.Int16(row.Absences);
        target.Boolean(row.Delivered);
    }

    public static MessageRow Read(NpgsqlDataReader source) => new(
        source.GetInt64(0), source.Day(3), source.GetInt32(4), (MessageKind)source.GetInt16(6), (Channel)source.GetInt16(7),
        source.IsDBNull(1) ? -1 : source.GetInt64(1), source.Ordinal(5), source.GetInt16(8), source.GetBoolean(9),
        source.Instant(2));
}
