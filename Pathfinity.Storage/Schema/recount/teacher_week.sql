WITH seats AS (SELECT classroom_id, count(*) AS seats FROM {schema}.enrollments GROUP BY 1),
work AS (SELECT classroom_id, date_trunc('week', day)::date AS week, sum(attempts) AS attempts FROM {classroom_day} AS days GROUP BY 1, 2),
help AS (
    SELECT classroom_id, date_trunc('week', day)::date AS week, count(*) AS begun, sum(minutes) AS minutes, count(*) FILTER (WHERE kind = 3) AS messages
    FROM {schema}.interventions GROUP BY 1, 2
)
SELECT
    who.teacher_id, week, count(*) AS classrooms, sum(seats) AS seats, sum(attempts) AS attempts, sum(coalesce(begun, 0)) AS interventions,
    sum(coalesce(minutes, 0)) AS minutes, sum(coalesce(messages, 0)) AS messages, count(*) FILTER (WHERE who.place = 2) AS co_taught
FROM work JOIN seats USING (classroom_id) LEFT JOIN help USING (classroom_id, week) JOIN {schema}.classrooms ON id = classroom_id
CROSS JOIN LATERAL (VALUES (teacher_id, 1), (co_teacher_id, 2)) AS who (teacher_id, place)
WHERE who.teacher_id IS NOT NULL
GROUP BY who.teacher_id, week
