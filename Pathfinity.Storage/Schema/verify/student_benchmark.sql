SELECT
    (a.id >> 32)::int AS student_id, year, subject,
    (array_agg(score ORDER BY a.id DESC) FILTER (WHERE window_number = 1))[1] AS autumn,
    (array_agg(score ORDER BY a.id DESC) FILTER (WHERE window_number = 2))[1] AS winter,
    (array_agg(score ORDER BY a.id DESC) FILTER (WHERE window_number = 3))[1] AS spring
FROM {schema}.assessments AS a JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
WHERE kind = 2
GROUP BY 1, 2, 3
