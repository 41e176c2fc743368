-- The same stories, each kind written so that who asks for a student's or a classroom's alone is not made to rank the others:
-- what a kind has none of is said outside of its ranking.

CREATE OR REPLACE VIEW {schema}.stories AS
WITH weeks AS (
    SELECT
        classroom_id, (day - DATE '1970-01-05') / 7 AS week, (sum(correct) * 1000 / sum(attempts))::int AS accuracy
    FROM {schema}.classroom_day GROUP BY 1, 2 HAVING sum(attempts) >= 60
), levels AS (
    SELECT classroom_id, week, round(avg(accuracy) OVER span)::int AS level, count(*) OVER span AS weeks
    FROM weeks
    WINDOW span AS (PARTITION BY classroom_id ORDER BY week ROWS 2 PRECEDING)
), recoveries AS (
    SELECT
        classroom_id, (array_agg(week ORDER BY level, week))[1] AS first_week, max(week) AS last_week,
        min(level) AS before, (array_agg(level ORDER BY week DESC))[1] AS after
    FROM levels WHERE weeks = 3 GROUP BY classroom_id
), norms AS MATERIALIZED (
    SELECT
        subject, grade, min(mean) FILTER (WHERE window_number = 1) AS autumn,
        min(mean) FILTER (WHERE window_number = 2) AS winter, min(mean) FILTER (WHERE window_number = 3) AS spring
    FROM {schema}.benchmark_norms GROUP BY subject, grade
), grown AS (
    SELECT
        b.student_id, b.year, b.subject, b.autumn AS before, coalesce(b.spring, b.winter) AS after,
        coalesce(b.spring - n.spring, b.winter - n.winter) - b.autumn + n.autumn AS surplus
    FROM {schema}.student_benchmark AS b
    JOIN {schema}.student_years AS y ON (y.student_id, y.year) = (b.student_id, b.year)
    JOIN norms AS n ON (n.subject, n.grade) = (b.subject, y.grade)
)
SELECT
    'class' AS kind, place::int, NULL::int AS student_id, classroom_id, NULL::int AS skill_id, NULL::int AS career_id,
    DATE '1970-01-05' + 7 * first_week AS first_day, DATE '1970-01-05' + 7 * last_week AS last_day, before::int, after::int
FROM (
    SELECT row_number() OVER (ORDER BY after - before DESC, classroom_id) AS place, *
    FROM recoveries WHERE after > before ORDER BY after - before DESC, classroom_id LIMIT 3
) AS classes
UNION ALL
SELECT
    'help', place::int, student_id, classroom_id, skill_id, NULL, first_day, last_day, before::int, after::int
FROM (
    SELECT
        row_number() OVER (ORDER BY o.mastery - i.mastery DESC, i.id) AS place, (i.id >> 32)::int AS student_id,
        i.classroom_id, i.skill_id, i.day AS first_day, o.day AS last_day, i.mastery AS before, o.mastery AS after
    FROM {schema}.interventions AS i JOIN {schema}.intervention_outcomes AS o ON o.intervention_id = i.id
    WHERE i.kind IN (1, 2) AND i.skill_id IS NOT NULL AND o.lessons > 0 AND o.outcome = 0 AND o.mastery > i.mastery
    ORDER BY o.mastery - i.mastery DESC, i.id LIMIT 3
) AS helped
UNION ALL
SELECT
    'career', place::int, student_id, NULL, NULL, career_id, first_day, last_day, interest_first::int, interest_last::int
FROM (
    SELECT
        row_number() OVER (ORDER BY interest_last - interest_first DESC, chosen DESC, student_id, career_id) AS place,
        student_id, career_id, first_day, last_day, interest_first, interest_last
    FROM {schema}.student_career AS c
    WHERE interest_last > interest_first AND NOT EXISTS (
        SELECT FROM {schema}.student_career AS other
        WHERE other.student_id = c.student_id
            AND (other.chosen, other.minutes, -other.career_id) > (c.chosen, c.minutes, -c.career_id))
    ORDER BY interest_last - interest_first DESC, chosen DESC, student_id, career_id LIMIT 3
) AS found
UNION ALL
SELECT
    'growth', place::int, student_id, NULL, NULL, NULL, first_day, last_day, before::int, after::int
FROM (
    SELECT
        row_number() OVER (ORDER BY surplus DESC, student_id, year, subject) AS place, student_id,
        y.first_day, least(y.last_day, (SELECT max(day) FROM {schema}.school_day)) AS last_day, before, after
    FROM grown JOIN {schema}.school_years AS y USING (year) WHERE surplus > 0
    ORDER BY surplus DESC, student_id, year, subject LIMIT 3
) AS growing
UNION ALL
SELECT 'told', place::int, id, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM (SELECT row_number() OVER (ORDER BY id) AS place, id FROM {schema}.students WHERE story IS NOT NULL) AS telling;
