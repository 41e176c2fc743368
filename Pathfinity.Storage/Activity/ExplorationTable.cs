using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

internal readonly struct ExplorationTable : IActivityTable<ExplorationRow>
{
    public static string Name => "career_explorations";

    public static string Columns =>
        "id, journey_id, at, day, career_id, item_id, minutes, interest_before, interest_after, scenario_id";

    public static long Id(in ExplorationRow row) => row.Id;

    public static int Sequence(in ExplorationRow row) => ActivityId.Sequence(row.Id);

    public static int Day(in ExplorationRow row) => row.Day;

    public static void Write(ref BinaryRow target, in ExplorationRow row)
    {
        target.Int64(row.Id);
        target.Int64(row.Journey);
        target.Instant(row.At);
        target.Day(row.Day);
        target.Int32(row.Career);
        target.Ordinal(row.Item);
        target.Int16(row.Minutes);
        target.Int16(row.InterestBefore);
        target.Int16(row.InterestAfter);
        target.Ordinal(row.Scenario);
    }

    public static ExplorationRow Read(NpgsqlDataReader source) => new(
        source.GetInt64(0), source.Day(3), source.GetInt64(1), source.GetInt32(4), source.Ordinal(5),
        source.GetInt16(6), source.GetInt16(7), source.GetInt16(8), source.Instant(2), source.Ordinal(9));
}
