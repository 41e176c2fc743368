namespace Pathfinity.Storage.Tests;

/// <summary>What breaks the rules on guardians, and no other.</summary>
internal static class FamilyCorruptions
{
    private const string ReadOnly = """
        kind = 0 AND NOT EXISTS (SELECT FROM {w}.message_receipts AS o WHERE o.message_id = message_receipts.message_id AND o.kind = 1)
        """;

    public static readonly Dictionary<string, string> All = new()
    {
        ["visit_of_foreign_guardian"] = Change("guardian_visits", "guardian_id = guardian_id + 400"),
        ["guardian_visit_kind_unknown"] = Change("guardian_visits", "kind = 7"),
        ["guardian_visit_out_of_reach"] = Change("guardian_visits", "seconds = 4"),
        ["digest_opened_before_it_came"] = Change("guardian_visits", "at = at - interval '3 days'", "kind = 1"),
        ["message_to_foreign_guardian"] = Change(
            "messages", "guardian_id = guardian_id + 400", "kind = 0 AND id NOT IN (SELECT message_id FROM {w}.message_receipts)"),
        ["message_without_intervention"] = Change("messages", "intervention_id = intervention_id + 1000000", "kind = 0"),
        ["message_from_another_classroom"] = Change("messages", "classroom_id = -1", "kind = 0"),
        ["message_by_another_channel"] = Change("messages", "channel = (channel + 1) % 3", "kind = 0"),
        ["letter_from_classroom"] = Change("messages", "channel = 0", "kind = 1"),
        ["letter_miscounts_absences"] = Change("messages", "absences = absences + 1", "kind = 1"),
        ["message_kind_unknown"] = Change("messages", "kind = 5", "kind = 0"),
        ["receipt_without_message"] = Change("message_receipts", "message_id = message_id + 1000000", ReadOnly),
        ["receipt_of_another_guardian"] = Change("message_receipts", "guardian_id = guardian_id + 400"),
        ["read_before_sent"] = Change("message_receipts", "at = at - interval '20 days'", "kind = 0"),
        ["undelivered_message_read"] = Change(
            "messages", "delivered = false", "id IN (SELECT message_id FROM {w}.message_receipts WHERE kind = 0)"),
        ["message_received_twice"] = Again(
            "message_receipts", "id + 1000000, message_id, at, day, guardian_id, kind", ReadOnly),
        ["answered_before_read"] = Change("message_receipts", "at = at - interval '1 day'", "kind = 1"),
        ["letter_answered"] = Again(
            "message_receipts", "id + 1000000, message_id, at, day, guardian_id, 1",
            "kind = 0 AND message_id IN (SELECT id FROM {w}.messages WHERE kind = 1)"),
        ["receipt_kind_unknown"] = Change("message_receipts", "kind = 9", ReadOnly),
        ["conference_with_foreign_guardian"] = Change("conferences", "guardian_id = guardian_id + 400"),
        ["conference_of_foreign_classroom"] = Change("conferences", "classroom_id = -1"),
        ["two_conferences_in_a_season"] = Again(
            "conferences", "id + 1000000, started_at, ended_at, day, guardian_id, classroom_id, window_number, held"),
        ["conference_length_out_of_reach"] = Change("conferences", "ended_at = started_at + interval '5 minutes'"),
        ["conference_at_night"] = Change(
            "conferences", "started_at = started_at + interval '9 hours', ended_at = ended_at + interval '9 hours'"),
        ["conference_without_school"] = Change("conferences", "day = '2026-01-31'"),
        ["conference_season_unknown"] = Change("conferences", "window_number = 3"),
    };

    /// <summary>A change of the first row of a table on which a condition holds.</summary>
    internal static string Change(string table, string change, string condition = "true") =>
        $"UPDATE {{w}}.{table} SET {change} WHERE id = (SELECT min(id) FROM {{w}}.{table} WHERE {condition})";

    /// <summary>A second row beside the first on which a condition holds.</summary>
    internal static string Again(string table, string columns, string condition = "true") =>
        $"INSERT INTO {{w}}.{table} SELECT {columns} FROM {{w}}.{table} WHERE {condition} ORDER BY id LIMIT 1";
}
