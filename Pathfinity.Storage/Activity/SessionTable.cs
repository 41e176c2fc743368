using Npgsql;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

internal readonly struct SessionTable : IActivityTable<SessionRow>
{
    public static string Name => "sessions";

    public static string Columns =>
        "id, started_at, ended_at, day, end_sequence, classroom_id, place, device, attempts, correct";

    public static long Id(in SessionRow row) => row.Id;

    public static int Sequence(in SessionRow row) => row.EndSequence;

    public static int Day(in SessionRow row) => row.Day;

    public static void Write(ref BinaryRow target, in SessionRow row)
    {
        target.Int64(row.Id);
        target.Instant(row.StartedAt);
        target.Instant(row.EndedAt);
        target.Day(row.Day);
        target.Int32(row.EndSequence);
        target.Ordinal(row.Classroom);
        target.Int16((short)row.Place);
        target.Int16((short)row.Device);
        target.Int16(row.Attempts);
        target.Int16(row.Correct);
    }

    public static SessionRow Read(NpgsqlDataReader source) => new(
        source.GetInt64(0), source.GetInt32(4), source.Day(3), source.Ordinal(5), (Place)source.GetInt16(6),
        (Device)source.GetInt16(7), source.Instant(1), source.Instant(2), source.GetInt16(8), source.GetInt16(9));
}
