using Npgsql;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

internal readonly struct InterventionOutcomeTable : IActivityTable<InterventionOutcomeRow>
{
    public static string Name => "intervention_outcomes";

    public static string Columns => "id, intervention_id, at, day, outcome, lessons, mastery";

    public static long Id(in InterventionOutcomeRow row) => row.Id;

    public static int Sequence(in InterventionOutcomeRow row) => ActivityId.Sequence(row.Id);

    public static int Day(in InterventionOutcomeRow row) => row.Day;

    public static void Write(ref BinaryRow target, in InterventionOutcomeRow row)
    {
        target.Int64(row.Id);
        target.Int64(row.Intervention);
        target.Instant(row.At);
        target.Day(row.Day);
        target.Int16((short)row.Outcome);
        target.Int16(row.Lessons);
        target.Int16(row.Mastery);
    }

    public static InterventionOutcomeRow Read(NpgsqlDataReader source) => new(
        source.GetInt64(0), source.Day(3), source.GetInt64(1), (InterventionOutcome)source.GetInt16(4),
        (byte)source.GetInt16(5), source.GetInt16(6), source.Instant(2));
}
