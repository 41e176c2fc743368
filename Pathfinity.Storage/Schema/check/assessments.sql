-- Tests beside the day's attendance, the classroom, the skill and the tests before.
SELECT
    a.id, a.day,
    -- A test is taken by who is at school.
    t.id IS NULL AS test_of_absent_student,
    -- Who comes late does not sit at a test before coming.
    t.status = 2 AND a.started_at < t.at AS test_before_tardy_arrival,
    -- A test ends after it began.
    a.ended_at < a.started_at AS test_ends_before_it_begins,
    -- Nobody sits at a test for more than two hours.
    a.ended_at - a.started_at > interval '2 hours' AS test_longer_than_two_hours,
    -- A test counts for a classroom in which the student is enrolled on that day.
    e.classroom_id IS NULL AS test_for_foreign_classroom,
    -- A test's classroom teaches its subject.
    e.classroom_id IS NOT NULL AND o.subject <> (ARRAY['math', 'ela', 'science', 'social'])[a.subject + 1] AS test_in_another_subject,
    -- No more questions are right than were asked.
    a.correct NOT BETWEEN 0 AND a.items AS test_with_more_right_than_asked,
    -- The score of a test other than a benchmark is its percent right.
    a.kind <> 2 AND a.correct BETWEEN 0 AND a.items AND a.score <> round(1000.0 * a.correct / a.items) AS test_score_differs_from_answers,
    -- A benchmark's score lies on its scale, from 80 to 330 points.
    a.kind = 2 AND a.score NOT BETWEEN 800 AND 3300 AS benchmark_off_the_scale,
    -- A benchmark belongs to autumn, winter or spring, a unit check to a unit from the first on.
    (a.kind = 2 AND a.window_number NOT BETWEEN 1 AND 3) OR (a.kind = 1 AND a.window_number < 1) AS test_window_unknown,
    -- A unit check is about a skill of its subject, other tests about none.
    (a.kind = 1) <> (a.skill_id IS NOT NULL)
        OR k.subject <> (ARRAY['math', 'ela', 'science', 'social'])[a.subject + 1] AS test_of_another_skill,
    -- A test repeats an earlier one of its student, kind and subject.
    a.retake_of IS NOT NULL AND r.id IS NULL AS retake_of_nothing,
    -- A benchmark is taken once a season, or once more if the first was repeated.
    a.kind = 2 AND a.retake_of IS NULL AND count(*) FILTER (WHERE a.retake_of IS NULL)
        OVER (PARTITION BY a.id >> 32, a.kind, a.subject, a.window_number, y.year) > 1 AS benchmark_taken_twice,
    -- A test is a diagnostic, a unit check or a benchmark.
    a.kind NOT BETWEEN 0 AND 2 AS test_kind_unknown
FROM {schema}.assessments AS a
LEFT JOIN {days}.attendance AS t ON t.id >> 32 = a.id >> 32 AND t.day = a.day AND t.status IN (0, 2) AND t.day BETWEEN $1 AND $2
LEFT JOIN {schema}.school_years AS y ON a.day BETWEEN y.first_day AND y.last_day
LEFT JOIN {schema}.classrooms AS c ON c.id = a.classroom_id
LEFT JOIN {schema}.courses AS o ON o.id = c.course_id
LEFT JOIN {schema}.enrollments AS e ON e.classroom_id = a.classroom_id AND e.student_id = (a.id >> 32)::int
    AND a.day BETWEEN e.begin_date AND e.end_date
LEFT JOIN {catalogue}.skills AS k ON k.number = a.skill_id
LEFT JOIN {schema}.assessments AS r ON r.id = a.retake_of AND r.id >> 32 = a.id >> 32 AND r.id < a.id AND r.kind = a.kind
    AND r.subject = a.subject AND r.window_number = a.window_number
WHERE a.day BETWEEN $1 AND $2
