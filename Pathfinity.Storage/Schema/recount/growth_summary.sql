WITH sat AS (
    SELECT (a.id >> 32)::int AS student_id, year, subject, window_number, (array_agg(score ORDER BY a.id DESC))[1] AS score
    FROM {schema}.assessments AS a JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
    WHERE kind = 2 GROUP BY 1, 2, 3, 4
), spans AS (
    SELECT DISTINCT ON (l.student_id, l.year, l.subject) school_id, l.year, grade, l.subject, l.score - f.score AS growth, ln.mean - fn.mean AS expected
    FROM sat AS f
    JOIN sat AS l ON (l.student_id, l.year, l.subject) = (f.student_id, f.year, f.subject) AND f.window_number = 1 AND l.window_number > 1
    JOIN {schema}.student_years AS y ON (y.student_id, y.year) = (l.student_id, l.year)
    JOIN {schema}.benchmark_norms AS fn USING (grade)
    JOIN {schema}.benchmark_norms AS ln USING (grade)
    WHERE (fn.subject, fn.window_number) = (f.subject, 1) AND (ln.subject, ln.window_number) = (l.subject, l.window_number)
    ORDER BY l.student_id, l.year, l.subject, l.window_number DESC
)
SELECT
    school_id, year, grade, subject, count(*) AS students, round(sum(growth)::numeric / count(*)) AS growth,
    round(sum(expected)::numeric / count(*)) AS expected, 1000 * count(*) FILTER (WHERE growth >= expected) / count(*) AS met
FROM spans GROUP BY school_id, year, grade, subject
