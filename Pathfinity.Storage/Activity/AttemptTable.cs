using Npgsql;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

internal readonly struct AttemptTable : IActivityTable<AttemptRow>
{
    public static string Name => "attempts";

    public static string Columns =>
        "id, session_id, visit_id, answered_at, day, classroom_id, question_id, skill_id, response_ms, "
        + "opportunity, response, hints, mastery, flags, correct";

    public static long Id(in AttemptRow row) => row.Id;

    public static int Sequence(in AttemptRow row) => ActivityId.Sequence(row.Id);

    public static int Day(in AttemptRow row) => row.Day;

    public static void Write(ref BinaryRow target, in AttemptRow row)
    {
        target.Int64(row.Id);
        target.Int64(row.Session);
        target.Int64(row.Visit);
        target.Instant(row.AnsweredAt);
        target.Day(row.Day);
        target.Int32(row.Classroom);
        target.Int32(row.Question);
        target.Int32(row.Skill);
        target.Int32(row.ResponseMs);
        target.Int16(row.Opportunity);
        target.Int16(row.Response);
        target.Int16(row.Hints);
        target.Int16(row.Mastery);
        target.Int16((short)(row.Flags & ~AttemptFlags.Correct));
        target.Boolean(row.Correct);
    }

    public static AttemptRow Read(NpgsqlDataReader source) => new(
        source.GetInt64(0), source.Day(4), source.GetInt64(1), source.GetInt64(2), source.GetInt32(5),
        source.GetInt32(6), source.GetInt32(7), source.GetInt16(9), source.Instant(3), source.GetInt32(8),
        (byte)source.GetInt16(10), (byte)source.GetInt16(11),
        (AttemptFlags)source.GetInt16(13) | (source.GetBoolean(14) ? AttemptFlags.Correct : AttemptFlags.None),
        source.GetInt16(12));
}
