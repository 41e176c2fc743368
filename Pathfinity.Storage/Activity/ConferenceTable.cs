using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

internal readonly struct ConferenceTable : IActivityTable<ConferenceRow>
{
    public static string Name => "conferences";

    public static string Columns => "id, started_at, ended_at, day, guardian_id, classroom_id, window_number, held";

    public static long Id(in ConferenceRow row) => row.Id;

    public static int Sequence(in ConferenceRow row) => ActivityId.Sequence(row.Id);

    public static int Day(in ConferenceRow row) => row.Day;

    public static void Write(ref BinaryRow target, in ConferenceRow row)
    {
        target.Int64(row.Id);
        target.Instant(row.StartedAt);
        target.Instant(row.EndedAt);
        target.Day(row.Day);
        target.Int32(row.Guardian);
        target.Int32(row.Classroom);
        target.Int16(row.Window);
        target.Boolean(row.Held);
    }

    public static ConferenceRow Read(NpgsqlDataReader source) => new(
        source.GetInt64(0), source.Day(3), source.GetInt32(4), source.GetInt32(5), (byte)source.GetInt16(6),
        source.GetBoolean(7), source.Instant(1), source.Instant(2));
}
