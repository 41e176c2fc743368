using Npgsql;
using Pathfinity.Curriculum;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

internal readonly struct VisitTable : IActivityTable<VisitRow>
{
    public static string Name => "visits";

    public static string Columns =>
        "id, journey_id, started_at, ended_at, day, end_sequence, classroom_id, skill_id, item_id, "
        + "container, subject, fit, attempts, correct, completed, scenario_id, format";

    public static long Id(in VisitRow row) => row.Id;

    public static int Sequence(in VisitRow row) => row.EndSequence;

    public static int Day(in VisitRow row) => row.Day;

    public static void Write(ref BinaryRow target, in VisitRow row)
    {
        target.Int64(row.Id);
        target.Int64(row.Journey);
        target.Instant(row.StartedAt);
        target.Instant(row.EndedAt);
        target.Day(row.Day);
        target.Int32(row.EndSequence);
        target.Int32(row.Classroom);
        target.Int32(row.Skill);
        target.Int32(row.Item);
        target.Int16((short)row.Container);
        target.Int16((short)row.Subject);
        target.Int16((short)row.Fit);
        target.Int16(row.Attempts);
        target.Int16(row.Correct);
        target.Boolean(row.Completed);
        target.Ordinal(row.Scenario);
        target.Int16((short)row.Format);
    }

    public static VisitRow Read(NpgsqlDataReader source) => new(
        source.GetInt64(0), source.GetInt32(5), source.Day(4), source.GetInt64(1), source.GetInt32(6),
        (Container)source.GetInt16(9), (Subject)source.GetInt16(10), source.GetInt32(7), source.GetInt32(8),
        (CareerFit)source.GetInt16(11), source.Instant(2), source.Instant(3), source.GetBoolean(14),
        source.GetInt16(12), source.GetInt16(13), source.Ordinal(15),
        (Format)source.GetInt16(16));
}
