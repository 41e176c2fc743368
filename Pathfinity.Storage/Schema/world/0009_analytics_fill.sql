-- What worlds with activity have done so far; nothing in a new one.

INSERT INTO {schema}.student_totals
SELECT
    student_id, year, sum(active)::int AS active, sum(attempts)::int AS attempts, sum(correct)::int AS correct,
    sum(hints)::int AS hints, sum(response_ms)::bigint AS response_ms, sum(assessments)::int AS assessments,
    sum(assessments_correct)::int AS assessments_correct, sum(mastered)::int AS mastered,
    sum(visits)::int AS visits, sum(visits_completed)::int AS visits_completed, sum(sessions)::int AS sessions,
    sum(session_ms)::bigint AS session_ms, sum(journeys)::int AS journeys,
    sum(journeys_completed)::int AS journeys_completed, sum(explorations)::int AS explorations,
    sum(present)::int AS present, sum(absent)::int AS absent, sum(tardy)::int AS tardy
FROM {schema}.student_day AS student_days
JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
GROUP BY student_id, year;

INSERT INTO {schema}.school_active
SELECT
    school_id, grain, date_trunc(grain, day)::date AS first_day, count(*)::int AS students,
    (count(*) FILTER (WHERE before IS NULL))::int AS newcomers,
    (count(*) FILTER (WHERE before = date_trunc(grain, day) - span))::int AS retained
FROM (
    SELECT
        student_id, grain, span, day,
        lag(date_trunc(grain, day)) OVER (PARTITION BY student_id, grain ORDER BY day) AS before
    FROM (
        SELECT student_id, grain, span, min(day) AS day
        FROM {schema}.student_day AS days, (VALUES ('week', interval '1 week'), ('month', interval '1 month')) AS grains (grain, span)
        WHERE active > 0
        GROUP BY student_id, grain, span, date_trunc(grain, day)
    ) AS spans
) AS followed
JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
JOIN {schema}.student_years USING (student_id, year)
GROUP BY school_id, grain, date_trunc(grain, day)::date;

INSERT INTO {schema}.classroom_skill
SELECT
    classroom_id, skill_id, count(*)::int AS attempts, (count(*) FILTER (WHERE correct))::int AS correct,
    sum(hints)::int AS hints, sum(response_ms)::bigint AS response_ms,
    (count(*) FILTER (WHERE opportunity = 1))::int AS met, (count(*) FILTER (WHERE flags & 4 <> 0))::int AS mastered,
    (count(*) FILTER (WHERE opportunity = 15 AND mastery < 800))::int AS stuck,
    (count(*) FILTER (WHERE opportunity > 15 AND flags & 4 <> 0))::int AS freed
FROM {schema}.attempts
GROUP BY classroom_id, skill_id;

INSERT INTO {schema}.student_benchmark
SELECT
    (a.id >> 32)::int AS student_id, year, subject,
    (array_agg(score ORDER BY a.id DESC) FILTER (WHERE window_number = 1))[1] AS autumn,
    (array_agg(score ORDER BY a.id DESC) FILTER (WHERE window_number = 2))[1] AS winter,
    (array_agg(score ORDER BY a.id DESC) FILTER (WHERE window_number = 3))[1] AS spring
FROM {schema}.assessments AS a JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
WHERE kind = 2
GROUP BY 1, 2, 3;

INSERT INTO {schema}.classroom_tests
SELECT
    classroom_id, subject, kind, window_number, count(*)::int AS taken, count(retake_of)::int AS retaken,
    sum(items)::int AS items, sum(correct)::int AS correct,
    (count(*) FILTER (WHERE correct * 10 >= items * 6))::int AS passed
FROM {schema}.assessments
GROUP BY classroom_id, subject, kind, window_number;

INSERT INTO {schema}.intervention_week
SELECT
    classroom_id, week, kind, trigger, sum(begun)::int AS begun, sum(minutes)::int AS minutes,
    sum(completed)::int AS completed, sum(unfinished)::int AS unfinished, sum(displaced)::int AS displaced,
    sum(lessons)::int AS lessons, sum(measured)::int AS measured, sum(mastery_before)::bigint AS mastery_before,
    sum(mastery_after)::bigint AS mastery_after
FROM (
    SELECT
        classroom_id, date_trunc('week', day)::date AS week, kind, trigger, 1 AS begun, minutes, 0 AS completed,
        0 AS unfinished, 0 AS displaced, 0 AS lessons, 0 AS measured, 0 AS mastery_before, 0 AS mastery_after
    FROM {schema}.interventions
    UNION ALL
    SELECT
        classroom_id, date_trunc('week', o.day)::date, kind, trigger, 0, 0, (outcome = 0)::int, (outcome = 1)::int,
        (outcome = 2)::int, lessons, (skill_id IS NOT NULL AND outcome < 2)::int,
        CASE WHEN skill_id IS NOT NULL AND outcome < 2 THEN i.mastery ELSE 0 END,
        CASE WHEN skill_id IS NOT NULL AND outcome < 2 THEN o.mastery ELSE 0 END
    FROM {schema}.intervention_outcomes AS o JOIN {schema}.interventions AS i ON i.id = intervention_id
) AS parts
GROUP BY classroom_id, week, kind, trigger;

INSERT INTO {schema}.student_career
SELECT
    student_id, career_id, sum(chosen)::int AS chosen, sum(explored)::int AS explored, sum(minutes)::int AS minutes,
    (array_agg(interest_before ORDER BY id) FILTER (WHERE explored = 1))[1] AS interest_first,
    (array_agg(interest_after ORDER BY id DESC) FILTER (WHERE explored = 1))[1] AS interest_last,
    min(day) AS first_day, max(day) AS last_day
FROM (
    SELECT
        id, (id >> 32)::int AS student_id, day, career_id, 1 AS chosen, 0 AS explored, 0 AS minutes,
        NULL::smallint AS interest_before, NULL::smallint AS interest_after
    FROM {schema}.journeys
    UNION ALL
    SELECT id, (id >> 32)::int, day, career_id, 0, 1, minutes, interest_before, interest_after
    FROM {schema}.career_explorations
) AS parts
GROUP BY student_id, career_id;

UPDATE {schema}.marks SET attempts = sums.attempts, correct = sums.correct
FROM (SELECT (id >> 32)::int AS student_id, count(*) AS attempts, count(*) FILTER (WHERE correct) AS correct
    FROM {schema}.attempts GROUP BY 1) AS sums
WHERE sums.student_id = marks.student_id;

UPDATE {schema}.question_stats SET rated = sums.rated, rated_correct = sums.rated_correct, rest = sums.rest,
    rest_squares = sums.rest_squares, rest_correct = sums.rest_correct
FROM (
    SELECT
        question_id, school_id, count(rest) AS rated, count(rest) FILTER (WHERE correct) AS rated_correct,
        coalesce(sum(rest), 0) AS rest, coalesce(sum(rest * rest), 0) AS rest_squares,
        coalesce(sum(rest) FILTER (WHERE correct), 0) AS rest_correct
    FROM (
        SELECT
            question_id, classroom_id, correct, CASE WHEN count(*) OVER own > 20
                THEN (count(*) FILTER (WHERE correct) OVER own - correct::int) * 1000 / (count(*) OVER own - 1)
            END AS rest
        FROM {schema}.attempts
        WINDOW own AS (PARTITION BY id >> 32 ORDER BY id ROWS UNBOUNDED PRECEDING)
    ) AS a JOIN {schema}.classrooms AS c ON c.id = a.classroom_id
    GROUP BY question_id, school_id
) AS sums
WHERE (question_stats.question_id, question_stats.school_id) = (sums.question_id, sums.school_id);
