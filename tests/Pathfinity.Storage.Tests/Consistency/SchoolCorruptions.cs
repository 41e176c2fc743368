using static Pathfinity.Storage.Tests.FamilyCorruptions;

namespace Pathfinity.Storage.Tests;

/// <summary>What breaks the rules on tests, interventions and a school's record, and no other.</summary>
internal static class SchoolCorruptions
{
    private const string Zone = "AT TIME ZONE 'America/Chicago'";
    private const string Unfinished = "kind = 0 AND id IN (SELECT intervention_id FROM {w}.intervention_outcomes WHERE outcome = 1)";
    private const string OfAssignment = "outcome = 1 AND intervention_id IN (SELECT id FROM {w}.interventions WHERE kind = 0)";
    private const string Subjects = "ARRAY['math', 'ela', 'science', 'social']";

    private const string NotOfSubstitute = """
        NOT EXISTS (SELECT FROM {w}.substitute_days AS d JOIN {w}.classrooms AS c ON c.teacher_id = d.teacher_id
            WHERE c.id = interventions.classroom_id AND d.day = interventions.day - 1)
        """;

    // Of the last day with any, so that few cards tell of it.
    private const string LateBenchmark =
        "kind = 2 AND retake_of IS NULL AND day = (SELECT max(day) FROM {w}.assessments WHERE kind = 2 AND retake_of IS NULL)";

    private static readonly Dictionary<string, string> Tests = new()
    {
        ["test_of_absent_student"] = Test(1),
        ["test_before_tardy_arrival"] = Test(2, from: "06:30", to: "07:00"),
        ["test_ends_before_it_begins"] = Test(0, from: "10:00", to: "09:50"),
        ["test_longer_than_two_hours"] = Test(0, to: "12:30"),
        ["test_for_foreign_classroom"] = Change("assessments", "classroom_id = -1", "kind = 0"),
        ["test_in_another_subject"] = Test(0, subject: $"array_position({Subjects}, o.subject) % 4", condition: "o.subject IS NOT NULL"),
        ["test_with_more_right_than_asked"] = Change("assessments", "correct = items + 1", "kind = 2"),
        ["test_score_differs_from_answers"] = Change("assessments", "score = score + 1", "kind = 0"),
        ["benchmark_off_the_scale"] = Again("assessments", """
            id + 1000000, retake_of, started_at, ended_at, day, classroom_id, skill_id, kind, subject, 3, items, correct, 3400,
            standard_error
            """, LateBenchmark),
        ["test_window_unknown"] = Change("assessments", "window_number = 4", LateBenchmark),
        ["test_of_another_skill"] = Change(
            "assessments", $"skill_id = (SELECT min(number) FROM {{c}}.skills AS k WHERE k.subject = ({Subjects})[assessments.subject + 1])",
            "kind = 0"),
        ["retake_of_nothing"] = Change("assessments", "retake_of = id", "kind = 0"),
        ["benchmark_taken_twice"] = Again("assessments", """
            id + 1000000, retake_of, started_at, ended_at, day, classroom_id, skill_id, kind, subject, window_number, items, correct,
            score, standard_error
            """, LateBenchmark),
        ["test_kind_unknown"] = Change("assessments", "kind = 7", "kind = 0"),
    };

    private static readonly Dictionary<string, string> Interventions = new()
    {
        ["intervention_of_foreign_classroom"] = Change("interventions", "classroom_id = -1", "kind <> 3"),
        ["intervention_numbered_twice"] = Again("interventions", """
            id + 1000000, at, day, due_day, classroom_id, number, skill_id, kind, trigger, minutes, mastery
            """, "kind <> 3"),
        ["intervention_due_before_it_began"] = Change("interventions", "due_day = day - 1"),
        ["intervention_skill_out_of_place"] = Change("interventions", "skill_id = NULL", Unfinished),
        ["intervention_in_another_subject"] = Change("interventions", """
            skill_id = (SELECT min(o.number) FROM {c}.skills AS k JOIN {c}.skills AS o ON o.subject <> k.subject
            WHERE k.number = interventions.skill_id)
            """, $"""
            {Unfinished} AND classroom_id IN (
                SELECT c.id FROM {"{w}"}.classrooms AS c JOIN {"{w}"}.courses AS o ON o.id = course_id WHERE o.subject IS NOT NULL)
            """),
        ["praise_without_success"] = Change("interventions", "trigger = 5", "kind = 0"),
        ["intervention_time_out_of_reach"] = Change("interventions", "minutes = 0"),
        ["intervention_mastery_out_of_range"] = Change("interventions", "mastery = 1001"),
        ["group_changed_out_of_turn"] = Change("interventions", "trigger = 0", "kind BETWEEN 6 AND 8"),
        ["group_joined_again"] = Again("interventions", """
            id + 1000000, at, day, due_day, classroom_id, number + 1000000, skill_id, kind, trigger, minutes, mastery
            """, "kind BETWEEN 6 AND 8"),
        ["pace_without_moving_on"] = Change("interventions", "trigger = 6", "kind = 0"),
        ["intervention_code_unknown"] = Change("interventions", "trigger = 9", "kind = 0"),
        ["outcome_without_intervention"] = Change(
            "intervention_outcomes", "intervention_id = intervention_id + 1000000", "lessons = 0"),
        ["intervention_ended_twice"] = Again(
            "intervention_outcomes", "id + 1000000, intervention_id, at, day, outcome, lessons, mastery"),
        ["outcome_before_begin"] = Change("intervention_outcomes", "at = at - interval '60 days'"),
        ["unfinished_before_due"] = Change("interventions", "due_day = due_day + 30", Unfinished),
        ["moment_that_lasts"] = Change(
            "intervention_outcomes", "day = day + 1", "intervention_id IN (SELECT id FROM {w}.interventions WHERE kind >= 3)"),
        ["displaced_later"] = Change("intervention_outcomes", "outcome = 2", OfAssignment),
        ["lessons_out_of_reach"] = Change("intervention_outcomes", "lessons = 1", OfAssignment),
        ["completed_without_lessons"] = Change("interventions", "kind = 2", $"""
            kind = 0 AND {NotOfSubstitute}
            AND id IN (SELECT intervention_id FROM {"{w}"}.intervention_outcomes WHERE outcome = 0 AND lessons = 0)
            """),
        ["assignment_completed_without_answers"] = Change("intervention_outcomes", "outcome = 0", OfAssignment),
        ["outcome_mastery_out_of_range"] = Change("intervention_outcomes", "mastery = 1001"),
        ["outcome_unknown"] = Change("intervention_outcomes", "outcome = 9", OfAssignment),
        ["substitute_without_school"] = """
            INSERT INTO {w}.substitute_days SELECT min(teacher_id), '2026-01-10', 'illness' FROM {w}.classrooms
            """,
        ["substitute_forms_groups"] = $$"""
            WITH chosen AS (
                UPDATE {w}.interventions SET kind = 2 WHERE id = (
                    SELECT min(id) FROM {w}.interventions WHERE {{Unfinished}} AND {{NotOfSubstitute}}
                        AND classroom_id IN (SELECT id FROM {w}.classrooms WHERE co_teacher_id IS NULL))
                RETURNING classroom_id, day)
            INSERT INTO {w}.substitute_days
            SELECT c.teacher_id, chosen.day - 1, 'illness' FROM chosen JOIN {w}.classrooms AS c ON c.id = classroom_id
            """,
    };

    private static readonly Dictionary<string, string> Records = new()
    {
        ["card_of_foreign_classroom"] = Change("report_cards", "classroom_id = -1"),
        ["card_posted_twice"] = Again("report_cards", """
            id + 1000000, at, day, from_day, classroom_id, attempts, correct, checks_score, subject, term, checks, benchmark, norm, grade
            """),
        ["card_terms_overlap"] = """
            INSERT INTO {w}.report_cards
            SELECT c.id + 1000000, c.at + interval '7 days', c.day + 7, c.day, c.classroom_id, p.attempts, p.correct, 0, c.subject, 3, 0, 0, 0,
                500 + p.correct * 500 / p.attempts
            FROM {w}.report_cards AS c CROSS JOIN LATERAL (
                SELECT sum(v.attempts) AS attempts, sum(v.correct) AS correct FROM {w}.visits AS v
                WHERE v.id >> 32 = c.id >> 32 AND v.day BETWEEN c.day AND c.day + 7 AND v.subject = c.subject) AS p
            WHERE p.attempts > 0 AND NOT EXISTS (
                SELECT FROM {w}.assessments AS t WHERE t.id >> 32 = c.id >> 32 AND t.subject = c.subject AND t.day BETWEEN c.day AND c.day + 7)
            ORDER BY c.id LIMIT 1
            """,
        ["card_on_another_weekday"] = Change("report_cards", "day = day + 1"),
        ["card_of_unknown_term"] = Change("report_cards", "term = 5"),
        ["card_miscounts_practice"] = Change(
            "visits", "attempts = attempts - 1", "day <= '2026-01-15' AND attempts > 1 AND correct < attempts"),
        ["card_miscounts_checks"] = $$"""
            INSERT INTO {w}.assessments
            SELECT a.id + 1, NULL, a.started_at, a.ended_at, a.day, a.classroom_id,
                (SELECT min(number) FROM {c}.skills AS k WHERE k.subject = ({{Subjects}})[a.subject + 1]), 1, a.subject, 1, a.items, a.correct,
                a.score, a.standard_error
            FROM {w}.assessments AS a
            JOIN {w}.report_cards AS c ON c.id >> 32 = a.id >> 32 AND c.subject = a.subject AND a.day BETWEEN c.from_day AND c.day
            WHERE a.kind = 0 AND NOT EXISTS (SELECT FROM {w}.assessments AS o WHERE o.id = a.id + 1) ORDER BY a.id LIMIT 1
            """,
        ["card_shows_another_benchmark"] = Change("assessments", "score = score + 1", """
            kind = 2 AND EXISTS (SELECT FROM {w}.report_cards AS c WHERE c.id >> 32 = assessments.id >> 32 AND c.subject = assessments.subject
                AND c.benchmark = assessments.score AND assessments.day BETWEEN c.from_day AND c.day)
            """),
        ["grade_differs_from_parts"] = Change("report_cards", "grade = grade + 1"),
        ["referral_of_absent_student"] = Referral(1),
        ["referral_of_foreign_classroom"] = Referral(0, classroom: """
            (SELECT min(id) FROM {w}.classrooms WHERE id NOT IN (
                SELECT classroom_id FROM {w}.enrollments WHERE student_id = t.id >> 32))
            """),
        ["referral_code_unknown"] = Referral(0, kind: 9),
        ["award_kind_unknown"] = Award("t.id + 1000000, NULL, t.at, t.day, NULL, 25, 7, NULL", "{w}.attendance AS t"),
        ["attendance_award_despite_absence"] = Award(Attended, $"{Days} WHERE missed > 0 AND present >= 20"),
        ["attendance_award_miscounts"] = Award(
            Attended.Replace("present", "present + 1", StringComparison.Ordinal), $"{Days} WHERE missed = 0 AND present >= 20"),
        ["growth_award_miscounts"] = Award(
            "t.id + 1000000, t.id, t.ended_at, t.day, NULL, 999, 1, t.subject",
            $"(SELECT * FROM {"{w}"}.assessments WHERE kind = 2 AND retake_of IS NULL) AS t"),
        ["growth_award_for_little"] = $$"""
            WITH later AS (
                INSERT INTO {w}.assessments
                SELECT id + 1000000, NULL, started_at, ended_at, day, classroom_id, NULL, 2, subject, 3, items, correct, score + 50, standard_error
                FROM {w}.assessments WHERE {{LateBenchmark}} ORDER BY id LIMIT 1 RETURNING *)
            INSERT INTO {w}.awards SELECT l.id + 1, l.id, l.ended_at, l.day, NULL, 50, 1, l.subject FROM later AS l
            """,
        ["explorer_award_miscounts"] = Award("t.id + 1000000, NULL, t.at, t.day, NULL, 26, 2, NULL", "{w}.attendance AS t"),
    };

    private const string Days = """
        (SELECT id >> 32 AS student, max(at) AS at, min(day) AS first, max(day) AS last, count(*) FILTER (WHERE status = 0) AS present,
            count(*) FILTER (WHERE status <> 0) AS missed FROM {w}.attendance GROUP BY 1) AS t
        """;

    private const string Attended = "(student << 32) + 1000000, NULL, at, last, first, present, 0, NULL";

    public static Dictionary<string, string> All { get; } =
        new[] { Tests, Interventions, Records }.SelectMany(part => part).ToDictionary(pair => pair.Key, pair => pair.Value);

    private static string Award(string columns, string from) => $$"""
        INSERT INTO {w}.awards (id, evidence_id, at, day, from_day, value, kind, subject)
        SELECT {{columns}} FROM {{from}} ORDER BY 1 LIMIT 1
        """;

    private static string Referral(int status, string classroom = "e.classroom_id", int kind = 0) => $$"""
        INSERT INTO {w}.behaviour_referrals
        SELECT t.id + 1000000, t.at + interval '6 hours', t.day, {{classroom}}, {{kind}}, 0
        FROM {w}.attendance AS t JOIN {w}.enrollments AS e ON e.student_id = t.id >> 32 AND t.day BETWEEN e.begin_date AND e.end_date
        WHERE t.status = {{status}} ORDER BY t.id, e.classroom_id LIMIT 1
        """;

    /// <summary>A diagnostic of the first student with a status, after the end of the term.</summary>
    private static string Test(
        int status, string from = "10:00", string to = "10:20", string subject = $"coalesce(array_position({Subjects}, o.subject) - 1, 0)",
        string condition = "true") => $$"""
        INSERT INTO {w}.assessments
        SELECT t.id + 1000000, NULL, (t.day + time '{{from}}') {{Zone}}, (t.day + time '{{to}}') {{Zone}}, t.day, e.classroom_id, NULL, 0,
            {{subject}}, 0, 20, 10, 500, 100
        FROM {w}.attendance AS t JOIN {w}.enrollments AS e ON e.student_id = t.id >> 32 AND t.day BETWEEN e.begin_date AND e.end_date
        JOIN {w}.classrooms AS c ON c.id = e.classroom_id JOIN {w}.courses AS o ON o.id = c.course_id
        WHERE t.status = {{status}} AND t.day > '2026-01-15' AND {{condition}} ORDER BY t.id, e.classroom_id LIMIT 1
        """;
}
