WITH spans AS (
    SELECT student_id, date_trunc('month', day)::date AS month, min(day) AS day
    FROM {student_day} AS days WHERE active > 0 GROUP BY 1, 2
), own AS (
    SELECT s.*, school_id, s.month = min(s.month) OVER (PARTITION BY student_id) AS is_new
    FROM spans AS s
    JOIN {schema}.school_years AS y ON s.day BETWEEN y.first_day AND y.last_day
    JOIN {schema}.student_years USING (student_id, year)
)
SELECT
    o.school_id, o.month, count(*) AS students, count(*) FILTER (WHERE o.is_new) AS newcomers, count(b.student_id) AS retained,
    count(*) FILTER (WHERE NOT o.is_new AND b.student_id IS NULL) AS resumed, coalesce(e.before, 0) AS before,
    count(b.student_id) * 1000 / e.before AS retention
FROM own AS o
LEFT JOIN spans AS b ON b.student_id = o.student_id AND b.month = (o.month - interval '1 month')::date
LEFT JOIN (SELECT school_id, month, count(*) AS before FROM own GROUP BY school_id, month) AS e
    ON e.school_id = o.school_id AND e.month = (o.month - interval '1 month')::date
GROUP BY o.school_id, o.month, e.before
