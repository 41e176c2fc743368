using Npgsql;
using Pathfinity.Curriculum;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

internal readonly struct AssessmentTable : IActivityTable<AssessmentRow>
{
    public static string Name => "assessments";

    public static string Columns =>
        "id, retake_of, started_at, ended_at, day, classroom_id, skill_id, kind, subject, window_number, items, correct, "
        + "score, standard_error";

    public static long Id(in AssessmentRow row) => row.Id;

    public static int Sequence(in AssessmentRow row) => ActivityId.Sequence(row.Id);

    public static int Day(in AssessmentRow row) => row.Day;

    public static void Write(ref BinaryRow target, in AssessmentRow row)
    {
        target.Int64(row.Id);
        target.Reference(row.RetakeOf);
        target.Instant(row.StartedAt);
        target.Instant(row.EndedAt);
        target.Day(row.Day);
        target.Int32(row.Classroom);
        target.Ordinal(row.Skill);
        target.Int16((short)row.Kind);
        target.Int16((short)row.Subject);
        target.Int16(row.Window);
        target.Int16(row.Items);
        target.Int16(row.Correct);
        target.Int16(row.Score);
        target.Int16(row.StandardError);
    }

    public static AssessmentRow Read(NpgsqlDataReader source) => new(
        source.GetInt64(0), source.Day(4), (AssessmentKind)source.GetInt16(7), (Subject)source.GetInt16(8),
        (byte)source.GetInt16(9), source.GetInt32(5), source.Ordinal(6), source.IsDBNull(1) ? -1 : source.GetInt64(1),
        source.Instant(2), source.Instant(3), (byte)source.GetInt16(10), (byte)source.GetInt16(11), source.GetInt16(12),
        source.GetInt16(13));
}
