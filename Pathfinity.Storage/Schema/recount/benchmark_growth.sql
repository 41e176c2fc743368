SELECT
    student_id, year, subject, school_id, grade, autumn, winter, spring, latest - autumn AS growth, norm - fall AS expected,
    latest - autumn >= norm - fall AS met
FROM {student_benchmark} AS b
JOIN {schema}.student_years USING (student_id, year)
CROSS JOIN LATERAL (SELECT
    CASE WHEN spring IS NULL THEN winter ELSE spring END AS latest,
    CASE WHEN spring IS NOT NULL THEN 3 WHEN winter IS NOT NULL THEN 2 END AS last_window) AS l
CROSS JOIN LATERAL (SELECT
    (SELECT mean FROM {schema}.benchmark_norms AS n WHERE (n.subject, n.grade, n.window_number) = (b.subject, student_years.grade, last_window)) AS norm,
    (SELECT mean FROM {schema}.benchmark_norms AS n WHERE (n.subject, n.grade, n.window_number) = (b.subject, student_years.grade, 1)) AS fall) AS n
