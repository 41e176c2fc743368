namespace Pathfinity.Storage.Tests;

/// <summary>
/// For each rule of consistency what breaks it and no other. In the SQL {w} is the world's schema and {c} the catalogue's.
/// </summary>
internal static class Corruptions
{
    private const string AnyAlone = "(SELECT min(id) FROM {w}.classrooms WHERE co_teacher_id IS NULL)";
    private const string Zone = "AT TIME ZONE 'America/Chicago'";

    /// <summary>A student who is at school on a day and does not work on it.</summary>
    private const string Idle = """
        SELECT id >> 32 AS student, day FROM {w}.attendance AS t WHERE status = 0
        AND NOT EXISTS (SELECT FROM {w}.sessions AS s WHERE s.id >> 32 = t.id >> 32 AND s.day = t.day)
        AND NOT EXISTS (SELECT FROM {w}.journeys AS j WHERE j.id >> 32 = t.id >> 32 AND j.day = t.day) ORDER BY id LIMIT 1
        """;

    private const string Absent = "SELECT id >> 32 AS student, day FROM {w}.attendance WHERE status = 1 ORDER BY id LIMIT 1";

    private const string Saturday = """
        SELECT student_id AS student, date '2026-01-10' AS day FROM {w}.enrollments ORDER BY student_id LIMIT 1
        """;

    private const string OwnClassroom = "(SELECT min(classroom_id) FROM {w}.enrollments WHERE student_id = student)";
    private const string ForeignClassroom = """
        (SELECT min(id) FROM {w}.classrooms WHERE id NOT IN (SELECT classroom_id FROM {w}.enrollments WHERE student_id = student))
        """;

    private const string LastAttempts = """
        SELECT * FROM (
            SELECT a.*, lead(id) OVER own AS next, lag(mastery) OVER own AS mastery_before, lag(answered_at) OVER own AS before,
                lag(visit_id) OVER own AS visit_before
            FROM {w}.attempts AS a WINDOW own AS (PARTITION BY id >> 32, skill_id ORDER BY id)
        ) AS a
        """;

    private static readonly Dictionary<string, string> Attempts = new()
    {
        ["attempt_without_session"] = Attempt("session_id = session_id + 1000000"),
        ["attempt_without_visit"] = Attempt("visit_id = visit_id + 1000000"),
        ["attempt_in_session_of_another"] = Attempt("session_id = session_id + (1000::bigint << 32)"),
        ["attempt_in_visit_of_another"] = Attempt("visit_id = visit_id + (1000::bigint << 32)"),
        ["attempt_outside_session"] = """
            UPDATE {w}.sessions AS s SET ended_at = (SELECT max(answered_at) - interval '1 ms' FROM {w}.attempts WHERE session_id = s.id)
            WHERE id = (SELECT min(session_id) FROM {w}.attempts)
            """,
        ["attempt_outside_visit"] = """
            UPDATE {w}.visits AS v SET ended_at = (SELECT max(answered_at) - interval '1 ms' FROM {w}.attempts WHERE visit_id = v.id)
            WHERE id = (SELECT min(visit_id) FROM {w}.attempts)
            """,
        ["question_shown_before_session"] = Attempt("response_ms = 3500000", "id = (SELECT min(id) FROM {w}.attempts)"),
        ["attempt_numbered_outside_session"] = """
            UPDATE {w}.sessions SET end_sequence = (id & 4294967295)::int WHERE id = (SELECT min(session_id) FROM {w}.attempts)
            """,
        ["attempt_at_another_skill"] = """
            UPDATE {w}.attempts AS a SET skill_id = (SELECT min(number) FROM {c}.skills WHERE number NOT IN (
                SELECT skill_id FROM {w}.attempts AS b WHERE b.id >> 32 = a.id >> 32))
            WHERE id = (SELECT min(id) FROM (LAST) AS l WHERE next IS NULL AND flags & 4 = 0)
            """.Replace("(LAST)", $"({LastAttempts})", StringComparison.Ordinal),
        ["attempt_for_another_classroom"] = Attempt("classroom_id = -1"),
        ["attempt_in_lesson_of_another_classroom"] = """
            UPDATE {w}.sessions AS s SET classroom_id = (SELECT min(classroom_id) FROM {w}.enrollments
                WHERE student_id = s.id >> 32 AND classroom_id <> s.classroom_id)
            WHERE id = (SELECT min(a.session_id) FROM {w}.attempts AS a JOIN {w}.sessions AS o ON o.id = a.session_id
                WHERE o.classroom_id IS NOT NULL
                AND (SELECT count(*) FROM {w}.enrollments WHERE student_id = a.id >> 32) > 1)
            """,
        ["response_time_out_of_reach"] = Attempt("response_ms = 100"),
        ["opportunity_below_one"] = Attempt("opportunity = 0", "id = (SELECT min(id) FROM {w}.attempts WHERE opportunity = 1)"),
        ["mastery_out_of_range"] = Attempt("mastery = 1001", Last("next IS NULL AND correct")),
        ["hints_out_of_range"] = Attempt("hints = 4", First("NOT correct AND response <> 0 AND flags & 12 = 0")),
        ["hinted_answer_counted_right"] = Attempt("hints = 1", First("correct")),
        ["right_without_right_response"] = Attempt("response = 1", First("correct")),
        ["right_response_counted_wrong"] = Attempt("response = 0", First("NOT correct AND hints = 0")),
        ["mastered_by_wrong_answer"] = Attempt(
            "correct = false, response = 1, flags = flags & 2 | 4, mastery = (SELECT mastery_before FROM (LAST) AS l WHERE l.id = a.id)"
                .Replace("(LAST)", $"({LastAttempts})", StringComparison.Ordinal),
            Last("flags & 4 <> 0 AND mastery_before >= 800")),
        ["mastered_below_threshold"] = Attempt("mastery = 799", Last("flags & 4 <> 0 AND mastery_before < 800")),
        ["three_in_a_row_by_wrong_answer"] = Attempt("flags = flags | 8", First("NOT correct AND hints = 0 AND response <> 0")),
        ["question_unknown"] = Attempt("question_id = -1"),
        ["question_of_another_skill"] = """
            UPDATE {w}.attempts AS a SET question_id = (
                SELECT min(o.number) FROM {c}.questions AS q JOIN {c}.questions AS o ON o.part = q.part AND o.skill <> q.skill
                WHERE q.number = a.question_id)
            WHERE id = (SELECT min(id) FROM {w}.attempts WHERE correct)
            """,
        ["response_unknown"] = Attempt("response = 200", First("NOT correct AND response <> 0")),
        ["assessment_flag_differs_from_question"] = Attempt("flags = flags # 2"),
        ["opportunity_skipped"] = Attempt("opportunity = opportunity + 1", Last("next IS NULL AND opportunity > 1")),
        ["right_answer_lowers_mastery"] = Attempt("mastery = 1", Last("next IS NULL AND correct AND flags & 4 = 0 AND mastery_before > 1")),
        ["wrong_answer_raises_mastery"] = Attempt("mastery = 1000", Last("next IS NULL AND NOT correct AND hints = 0 AND mastery_before < 1000")),
        ["answered_before_earlier_attempt"] = Attempt(
            "answered_at = (SELECT before - interval '1 ms' FROM (LAST) AS l WHERE l.id = a.id), response_ms = 300"
                .Replace("(LAST)", $"({LastAttempts})", StringComparison.Ordinal),
            Last("next IS NULL AND flags & 4 = 0 AND visit_before = visit_id AND opportunity > 2")),
        ["skill_mastered_twice"] = Attempt("flags = flags | 4", First(
            "correct AND mastery >= 800 AND flags & 4 = 0 AND EXISTS (SELECT FROM {w}.attempts AS b "
            + "WHERE b.id >> 32 = a.id >> 32 AND b.skill_id = a.skill_id AND b.id < a.id AND b.flags & 4 <> 0)")),
        ["mastered_on_first_day"] = """
            WITH too_early AS (
                SELECT a.id AS early, b.id AS late FROM {w}.attempts AS a JOIN {w}.attempts AS b
                    ON b.id >> 32 = a.id >> 32 AND b.skill_id = a.skill_id AND b.flags & 4 <> 0 AND b.day > a.day
                WHERE a.correct AND a.mastery >= 800 AND NOT EXISTS (SELECT FROM {w}.attempts AS c
                    WHERE c.id >> 32 = a.id >> 32 AND c.skill_id = a.skill_id AND c.day < a.day)
                ORDER BY a.id LIMIT 1),
            record AS (
                UPDATE {w}.student_skill AS s SET mastered_at = a.answered_at FROM {w}.attempts AS a, too_early
                WHERE a.id = early AND s.student_id = a.id >> 32 AND s.skill_id = a.skill_id)
            UPDATE {w}.attempts SET flags = CASE id WHEN early THEN flags | 4 ELSE flags & ~4 END
            FROM too_early WHERE id IN (early, late)
            """,
        ["mastery_not_on_record"] = """
            UPDATE {w}.student_skill SET mastered_at = NULL
            WHERE ctid = (SELECT min(ctid) FROM {w}.student_skill WHERE mastered_at IS NOT NULL)
            """,
    };

    private static readonly Dictionary<string, string> Sessions = new()
    {
        ["session_ends_before_it_begins"] = Session(Idle, "18:00", "17:59", place: 1),
        ["session_longer_than_four_hours"] = Session(Idle, "16:30", "20:31", place: 1),
        ["school_session_without_classroom"] = Session(Idle, "10:00", "10:20", place: 0),
        ["home_session_in_classroom"] = Session(Idle, "18:00", "18:20", place: 1, OwnClassroom),
        ["session_of_absent_student"] = Session(Absent, "18:00", "18:20", place: 1),
        ["school_session_without_attendance"] = Session(Saturday, "10:00", "10:20", place: 0, OwnClassroom),
        ["session_before_tardy_arrival"] = $$"""
            UPDATE {w}.attendance AS t SET at = (day + time '11:59') {{Zone}} WHERE id = (
                SELECT min(t.id) FROM {w}.attendance AS t JOIN {w}.sessions AS s ON s.id >> 32 = t.id >> 32 AND s.day = t.day
                WHERE t.status = 2 AND s.place = 0 AND (s.started_at {{Zone}})::time < '11:59')
            """,
        ["school_session_at_night"] = Session(Idle, "18:00", "18:20", place: 0, OwnClassroom),
        ["session_on_another_day"] = Session(Idle, "03:00", "03:20", place: 1),
        ["session_in_foreign_classroom"] = Session(Idle, "10:00", "10:20", place: 0, ForeignClassroom),
        ["sessions_overlap"] = Session(Idle, "18:00", "18:20", place: 1)
            + ";" + Session(Idle.Replace("AND NOT EXISTS (SELECT FROM {w}.sessions AS s WHERE s.id >> 32 = t.id >> 32 AND s.day = t.day)",
                "AND NOT EXISTS (SELECT FROM {w}.sessions AS s WHERE s.id >> 32 = t.id >> 32 AND s.day = t.day AND s.id & 4294967295 <> 1000000)",
                StringComparison.Ordinal), "18:10", "18:30", place: 1, sequence: 1_000_001),
        ["session_with_more_right_than_given"] = Session(Idle, "18:00", "18:20", place: 1, correct: 1),
        ["session_place_or_device_unknown"] = Session(Idle, "18:00", "18:20", place: 1, device: 9),
    };

    private static readonly Dictionary<string, string> Visits = new()
    {
        ["visit_without_journey"] = Visit("journey_id = journey_id + 1000000"),
        ["visit_in_journey_of_another"] = Visit("journey_id = journey_id + (1000::bigint << 32)"),
        ["visit_outside_journey"] = """
            UPDATE {w}.journeys AS j SET started_at = (SELECT min(started_at) + interval '1 ms' FROM {w}.visits WHERE journey_id = j.id)
            WHERE id = (SELECT min(journey_id) FROM {w}.visits WHERE ended_at - started_at > interval '1 s')
            """,
        ["visit_ends_before_it_begins"] = NewVisit("ended_at", "started_at - interval '1 ms'"),
        ["visit_with_more_right_than_given"] = Visit("correct = attempts + 1"),
        ["visit_completed_without_answers"] = NewVisit("completed", "true"),
        ["visit_asks_more_than_item_holds"] = Visit("attempts = 99"),
        ["item_unknown"] = Visit("item_id = -1"),
        ["item_of_another_skill"] = NewVisit("item_id", """
            (SELECT min(o.number) FROM {c}.items AS i JOIN {c}.items AS o ON o.container = i.container AND o.skill <> i.skill
            WHERE i.number = v.item_id)
            """),
        ["item_in_another_container"] = NewVisit("item_id", """
            (SELECT min(o.number) FROM {c}.items AS i JOIN {c}.items AS o ON o.container <> i.container AND o.skill = i.skill
            WHERE i.number = v.item_id)
            """),
        ["visit_in_another_subject"] = Visit("subject = (subject + 1) % 4"),
        ["visit_for_classroom_of_another_subject"] = NewVisit("classroom_id", """
            (SELECT min(classroom_id) FROM {w}.enrollments WHERE student_id = v.id >> 32 AND classroom_id <> v.classroom_id)
            """, "(SELECT count(*) FROM {w}.enrollments WHERE student_id = v.id >> 32) > 1"),
        ["visit_for_foreign_classroom"] = NewVisit("classroom_id", """
            (SELECT min(c.id) FROM {w}.classrooms AS c JOIN {w}.courses AS o ON o.id = course_id AND o.subject IS NULL
            WHERE c.id NOT IN (SELECT classroom_id FROM {w}.enrollments WHERE student_id = v.id >> 32))
            """),
        ["visit_fit_unknown"] = Visit("fit = 7"),
        ["visit_format_unknown"] = Visit("format = 7"),
    };

    private static readonly Dictionary<string, string> Days = new()
    {
        ["journey_ends_before_it_begins"] = Journey(Idle, ended: "09:59"),
        ["two_journeys_on_one_day"] = Journey("SELECT id >> 32 AS student, day FROM {w}.journeys ORDER BY id LIMIT 1"),
        ["journey_of_absent_student"] = Journey(Absent),
        ["career_unknown"] = Journey(Idle, career: "-1"),
        ["career_above_grade"] = Journey(
            Idle.Replace("status = 0", "status = 0 AND id >> 32 IN (SELECT student_id FROM {w}.student_years WHERE grade IN ('PK', 'K', '1'))", StringComparison.Ordinal),
            career: "(SELECT min(number) FROM {c}.careers WHERE min_grade = '6')"),
        ["list_position_out_of_range"] = Journey(Idle, position: 12),
        ["companion_unknown"] = Journey(Idle, companion: 9),
        ["journey_of_stranger"] = Journey("SELECT 999999::bigint AS student, date '2026-01-06' AS day"),
        ["attendance_taken_twice"] = $$"""
            INSERT INTO {w}.attendance SELECT ({{Idle.Replace("id >> 32 AS student, day", "id", StringComparison.Ordinal)}}) + 1000000, at, day, status, reason
            FROM {w}.attendance WHERE id = ({{Idle.Replace("id >> 32 AS student, day", "id", StringComparison.Ordinal)}})
            """,
        ["attendance_code_unknown"] = Attendance("reason = 9", "status = 1"),
        ["absence_without_reason"] = Attendance("reason = 0", "status = 1"),
        ["presence_with_reason"] = Attendance("reason = 1", "status = 0"),
        ["attendance_not_in_the_morning"] = Attendance($"at = (day + time '13:00') {Zone}", "status = 1"),
        ["attendance_on_another_day"] = Attendance("at = at + interval '1 day'", "status = 1"),
        ["attendance_on_weekend"] = $$"""
            INSERT INTO {w}.attendance SELECT DISTINCT (student_id::bigint << 32) + 2000000,
                (date '2026-01-10' + time '08:00') {{Zone}}, date '2026-01-10', 0, 0
            FROM {w}.enrollments WHERE date '2026-01-10' BETWEEN begin_date AND end_date
            """,
        ["attendance_of_stranger"] = $$"""
            INSERT INTO {w}.attendance VALUES (999999::bigint << 32, (date '2026-01-06' + time '08:00') {{Zone}}, '2026-01-06', 0, 0)
            """,
        ["enrolled_student_without_attendance"] = "DELETE FROM {w}.attendance WHERE id = (SELECT min(id) FROM {w}.attendance WHERE status = 1)",
        ["exploration_without_journey"] = Exploration("journey_id = journey_id + 1000000"),
        ["exploration_in_journey_of_another"] = Exploration("journey_id = journey_id + (1000::bigint << 32)"),
        ["exploration_of_another_career"] = Exploration("career_id = -1"),
        ["exploration_outside_journey"] = Exploration("at = at + interval '1 day'"),
        ["exploration_time_out_of_reach"] = Exploration("minutes = 0"),
        ["interest_out_of_range"] = Exploration("interest_after = 1001"),
        ["exploration_told_by_another_container"] = Exploration("item_id = (SELECT min(number) FROM {c}.items WHERE container = 'learn')"),
    };

    private static readonly Dictionary<string, string> People = new()
    {
        ["age_out_of_grade"] = "UPDATE {w}.students SET birth_date = birth_date - interval '10 years' WHERE id = (SELECT min(id) FROM {w}.students)",
        ["grade_skipped"] = """
            WITH next_year AS (INSERT INTO {w}.school_years SELECT year + 1, last_day + 1, last_day + 365 FROM {w}.school_years)
            INSERT INTO {w}.student_years SELECT student_id, year + 1, school_id, grade FROM {w}.student_years ORDER BY student_id LIMIT 1
            """,
        ["grade_not_taught_at_school"] = "UPDATE {w}.schools SET low_grade = high_grade WHERE id = (SELECT min(id) FROM {w}.schools)",
        ["student_year_before_entry"] = "UPDATE {w}.students SET entry_year = 5 WHERE id = (SELECT min(id) FROM {w}.students)",
        ["student_without_mark"] = "DELETE FROM {w}.marks WHERE student_id = (SELECT min(id) FROM {w}.students)",
        ["enrollment_ends_before_it_begins"] = """
            WITH quiet AS (
                SELECT classroom_id AS room, student_id AS student FROM {w}.enrollments
                WHERE (SELECT count(*) FROM {w}.enrollments AS o WHERE o.student_id = enrollments.student_id) > 1
                    AND NOT EXISTS (SELECT FROM {w}.interventions AS i WHERE i.id >> 32 = student_id AND i.classroom_id = enrollments.classroom_id)
                    AND NOT EXISTS (SELECT FROM {w}.conferences AS m WHERE m.id >> 32 = student_id AND m.classroom_id = enrollments.classroom_id)
                ORDER BY student_id, classroom_id LIMIT 1),
            no_tests AS (DELETE FROM {w}.assessments USING quiet WHERE id >> 32 = student AND classroom_id = room),
            no_cards AS (DELETE FROM {w}.report_cards USING quiet WHERE id >> 32 = student AND classroom_id = room),
            no_referrals AS (DELETE FROM {w}.behaviour_referrals USING quiet WHERE id >> 32 = student AND classroom_id = room),
            no_attempts AS (DELETE FROM {w}.attempts USING quiet WHERE id >> 32 = student AND classroom_id = room),
            no_visits AS (DELETE FROM {w}.visits USING quiet WHERE id >> 32 = student AND classroom_id = room),
            no_sessions AS (DELETE FROM {w}.sessions USING quiet WHERE id >> 32 = student AND classroom_id = room)
            UPDATE {w}.enrollments SET end_date = begin_date - 1 FROM quiet WHERE classroom_id = room AND student_id = student
            """,
        ["enrollment_outside_year"] = """
            UPDATE {w}.enrollments SET end_date = end_date + 100 WHERE ctid = (SELECT min(ctid) FROM {w}.enrollments)
            """,
        ["enrollment_at_another_school"] = """
            UPDATE {w}.classrooms AS c SET school_id = (SELECT min(id) FROM {w}.schools WHERE id <> c.school_id)
            WHERE id = (SELECT min(id) FROM {w}.classrooms)
            """,
        ["enrollment_in_another_grade"] = """
            UPDATE {w}.courses SET grade = CASE grade WHEN '12' THEN '11' ELSE '12' END WHERE id = (SELECT min(course_id) FROM {w}.classrooms)
            """,
        ["two_classrooms_for_one_subject"] = $$"""
            WITH one AS (SELECT c.*, e.student_id, e.begin_date, e.end_date {{FromSubjectClassrooms}}),
            room AS (INSERT INTO {w}.classrooms SELECT 9999, school_id, course_id, teacher_id, year, 'Another' FROM one)
            INSERT INTO {w}.enrollments SELECT 9999, student_id, begin_date, end_date FROM one
            """,
        ["classroom_beside_homeroom"] = """
            WITH one AS (
                SELECT c.*, o.grade, e.student_id, e.begin_date, e.end_date FROM {w}.classrooms AS c
                JOIN {w}.courses AS o ON o.id = c.course_id AND o.subject IS NULL
                JOIN {w}.enrollments AS e ON e.classroom_id = c.id ORDER BY e.student_id LIMIT 1),
            subject_teacher AS (
                INSERT INTO {w}.teachers (id, school_id, given_name, family_name, email)
                SELECT 9999, school_id, 'An', 'Other', 'an.other@school.example' FROM one),
            course AS (INSERT INTO {w}.courses SELECT 9999, 'Extra', grade, 'math' FROM one),
            room AS (INSERT INTO {w}.classrooms SELECT 9999, school_id, 9999, 9999, year, 'Another' FROM one)
            INSERT INTO {w}.enrollments SELECT 9999, student_id, begin_date, end_date FROM one
            """,
        ["classroom_without_students"] = $$"""
            INSERT INTO {w}.classrooms SELECT 9999, c.school_id, c.course_id, c.teacher_id, c.year, 'Another' {{FromSubjectClassrooms}}
            """,
        ["classroom_too_full"] = """
            WITH one AS (
                SELECT c.*, o.grade FROM {w}.classrooms AS c JOIN {w}.courses AS o ON o.id = c.course_id ORDER BY c.id LIMIT 1),
            crowd AS (
                INSERT INTO {w}.students SELECT 9000 + n, given_name, family_name, gender, race_ethnicity, birth_date, 0, entry_grade, iep, ell, frl
                FROM {w}.students AS s JOIN one ON s.id = (SELECT min(student_id) FROM {w}.enrollments WHERE classroom_id = one.id), generate_series(1, 41) AS n),
            years AS (INSERT INTO {w}.student_years SELECT 9000 + n, year, school_id, grade FROM one, generate_series(1, 41) AS n),
            marks AS (INSERT INTO {w}.marks (student_id) SELECT 9000 + n FROM generate_series(1, 41) AS n)
            INSERT INTO {w}.enrollments SELECT id, 9000 + n, '2026-01-10', '2026-01-10' FROM one, generate_series(1, 41) AS n
            """,
        ["teacher_with_too_many_classrooms"] = """
            UPDATE {w}.classrooms SET teacher_id = (
                SELECT max(teacher_id) FROM {w}.classrooms AS c JOIN {w}.courses AS o ON o.id = c.course_id AND o.subject IS NULL)
            WHERE id = (SELECT min(c.id) FROM {w}.classrooms AS c JOIN {w}.courses AS o ON o.id = c.course_id AND o.subject IS NULL)
            """,
        ["co_teacher_is_the_teacher"] = "UPDATE {w}.classrooms SET co_teacher_id = teacher_id WHERE id = " + AnyAlone,
        ["co_teacher_of_another_school"] = $$"""
            UPDATE {w}.classrooms AS c SET co_teacher_id = (SELECT min(t.id) FROM {w}.teachers AS t WHERE t.school_id <> c.school_id)
            WHERE c.id = {{AnyAlone}}
            """,
        ["co_teacher_with_too_many_classrooms"] = """
            UPDATE {w}.classrooms SET co_teacher_id = (SELECT max(id) FROM {w}.teachers WHERE school_id = 2)
            WHERE id IN (SELECT id FROM {w}.classrooms WHERE school_id = 2 AND co_teacher_id IS NULL AND teacher_id <> (
                SELECT max(id) FROM {w}.teachers WHERE school_id = 2) ORDER BY id LIMIT 4)
            """,
        ["phone_number_not_reserved"] = "UPDATE {w}.guardians SET phone = '(312) 555-2368' WHERE id = (SELECT min(id) FROM {w}.guardians)",
        ["address_not_reserved"] = "UPDATE {w}.teachers SET email = 'someone@school.org' WHERE id = (SELECT min(id) FROM {w}.teachers)",
    };

    private const string FromSubjectClassrooms = """
        FROM {w}.classrooms AS c JOIN {w}.courses AS o ON o.id = c.course_id AND o.subject IS NOT NULL
        JOIN {w}.enrollments AS e ON e.classroom_id = c.id
        WHERE (SELECT count(*) FROM {w}.classrooms AS m WHERE m.teacher_id = c.teacher_id) < 8 ORDER BY e.student_id, c.id LIMIT 1
        """;

    /// <summary>SQL by the name of the rule that it breaks.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new[] { Attempts, Sessions, Visits, Days, People, FamilyCorruptions.All, SchoolCorruptions.All }
        .SelectMany(part => part).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    private static string Attempt(string change, string which = "id = (SELECT min(id) FROM {w}.attempts)") =>
        $"UPDATE {{w}}.attempts AS a SET {change} WHERE {which}";

    private static string First(string condition) => $"id = (SELECT min(id) FROM {{w}}.attempts AS a WHERE {condition})";

    private static string Last(string condition) => $"id = (SELECT min(id) FROM ({LastAttempts}) AS l WHERE {condition})";

    // Of a day that no report card counts.
    private static string Visit(string change) => $$"""
        UPDATE {w}.visits SET {{change}} WHERE id = (
            SELECT min(id) FROM {w}.visits AS v WHERE attempts > 0 AND NOT EXISTS (
                SELECT FROM {w}.report_cards AS c WHERE c.id >> 32 = v.id >> 32 AND v.day BETWEEN c.from_day AND c.day))
        """;

    private static string Exploration(string change) =>
        $"UPDATE {{w}}.career_explorations SET {change} WHERE id = (SELECT min(id) FROM {{w}}.career_explorations)";

    private static string Attendance(string change, string condition) =>
        $"UPDATE {{w}}.attendance SET {change} WHERE id = (SELECT min(id) FROM {{w}}.attendance WHERE {condition})";

    /// <summary>A second visit beside an existing one, without answers and not completed, but for one column.</summary>
    private static string NewVisit(string column, string value, string condition = "true")
    {
        string Of(string name, string otherwise) => name == column ? value : otherwise;
        return $$"""
            INSERT INTO {w}.visits (id, journey_id, started_at, ended_at, day, end_sequence, classroom_id, skill_id, item_id,
                container, subject, fit, attempts, correct, completed)
            SELECT (id >> 32 << 32) + 1000000, journey_id, started_at, {{Of("ended_at", "ended_at")}}, day, 1000001,
                {{Of("classroom_id", "classroom_id")}}, skill_id, {{Of("item_id", "item_id")}}, container, subject, fit, 0, 0,
                {{Of("completed", "false")}}
            FROM {w}.visits AS v WHERE attempts > 0 AND {{condition}} ORDER BY id LIMIT 1
            """;
    }

    private static string Session(
        string who, string from, string to, int place, string classroom = "NULL::int", int device = 1, int correct = 0,
        int sequence = 1_000_000) => $$"""
        INSERT INTO {w}.sessions (id, started_at, ended_at, day, end_sequence, classroom_id, place, device, attempts, correct)
        SELECT (student << 32) + {{sequence}}, (day + time '{{from}}') {{Zone}}, (day + time '{{to}}') {{Zone}}, day, {{sequence + 10}}, {{classroom}},
            {{place}}, {{device}}, 0, {{correct}}
        FROM (SELECT student::bigint, day FROM ({{who}}) AS found) AS one
        """;

    private static string Journey(
        string who, string ended = "10:20", string career = "(SELECT min(number) FROM {c}.careers WHERE min_grade = 'PK')",
        int position = 3, int companion = 1) => $$"""
        INSERT INTO {w}.journeys (id, started_at, ended_at, day, end_sequence, career_id, list_position, companion, completed)
        SELECT (student << 32) + 1000000, (day + time '10:00') {{Zone}}, (day + time '{{ended}}') {{Zone}}, day, 1000001, {{career}},
            {{position}}, {{companion}}, false
        FROM (SELECT student::bigint, day FROM ({{who}}) AS found) AS one
        """;
}
