WITH spans AS (
    SELECT student_id, date_trunc('week', day)::date AS week, min(day) AS day
    FROM {student_day} AS days WHERE active > 0 GROUP BY 1, 2
), own AS (
    SELECT s.*, school_id, s.week = min(s.week) OVER (PARTITION BY student_id) AS is_new
    FROM spans AS s
    JOIN {schema}.school_years AS y ON s.day BETWEEN y.first_day AND y.last_day
    JOIN {schema}.student_years USING (student_id, year)
)
SELECT
    o.school_id, o.week, count(*) AS students, count(*) FILTER (WHERE o.is_new) AS newcomers, count(b.student_id) AS retained,
    count(*) FILTER (WHERE NOT o.is_new AND b.student_id IS NULL) AS resumed, coalesce(e.before, 0) AS before,
    count(b.student_id) * 1000 / e.before AS retention
FROM own AS o
LEFT JOIN spans AS b ON b.student_id = o.student_id AND b.week = (o.week - interval '1 week')::date
LEFT JOIN (SELECT school_id, week, count(*) AS before FROM own GROUP BY school_id, week) AS e
    ON e.school_id = o.school_id AND e.week = (o.week - interval '1 week')::date
GROUP BY o.school_id, o.week, e.before
