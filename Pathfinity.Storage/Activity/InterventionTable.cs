using Npgsql;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

internal readonly struct InterventionTable : IActivityTable<InterventionRow>
{
    public static string Name => "interventions";

    public static string Columns =>
        "id, at, day, due_day, classroom_id, number, skill_id, kind, trigger, minutes, mastery";

    public static long Id(in InterventionRow row) => row.Id;

    public static int Sequence(in InterventionRow row) => ActivityId.Sequence(row.Id);

    public static int Day(in InterventionRow row) => row.Day;

    public static void Write(ref BinaryRow target, in InterventionRow row)
    {
        target.Int64(row.Id);
        target.Instant(row.At);
        target.Day(row.Day);
        target.Day(row.DueDay);
        target.Int32(row.Classroom);
        target.Int32(row.Number);
        target.Ordinal(row.Skill);
        target.Int16((short)row.Kind);
        target.Int16((short)row.Trigger);
        target.Int16(row.Minutes);
        target.Int16(row.Mastery);
    }

    public static InterventionRow Read(NpgsqlDataReader source) => new(
        source.GetInt64(0), source.Day(2), source.GetInt32(4), source.GetInt32(5), (DirectiveKind)source.GetInt16(7),
        (DirectiveTrigger)source.GetInt16(8), source.Ordinal(6), source.Day(3), source.GetInt16(9), source.GetInt16(10),
        source.Instant(1));
}
