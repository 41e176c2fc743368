using Npgsql;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

internal readonly struct JourneyTable : IActivityTable<JourneyRow>
{
    public static string Name => "journeys";

    public static string Columns =>
        "id, started_at, ended_at, day, end_sequence, career_id, list_position, companion, completed";

    public static long Id(in JourneyRow row) => row.Id;

    public static int Sequence(in JourneyRow row) => row.EndSequence;

    public static int Day(in JourneyRow row) => row.Day;

    public static void Write(ref BinaryRow target, in JourneyRow row)
    {
        target.Int64(row.Id);
        target.Instant(row.StartedAt);
        target.Instant(row.EndedAt);
        target.Day(row.Day);
        target.Int32(row.EndSequence);
        target.Int32(row.Career);
        target.Int16(row.ListPosition);
        target.Int16((short)row.Companion);
        target.Boolean(row.Completed);
    }

    public static JourneyRow Read(NpgsqlDataReader source) => new(
        source.GetInt64(0), source.GetInt32(4), source.Day(3), source.GetInt32(5), (byte)source.GetInt16(6),
        (Companion)source.GetInt16(7), source.Instant(1), source.Instant(2), source.GetBoolean(8));
}
