WITH places AS (
    SELECT DISTINCT e.student_id, c.year, c.school_id FROM {schema}.enrollments AS e JOIN {schema}.classrooms AS c ON c.id = e.classroom_id
)
SELECT coalesce(b.year, a.year + 1) AS year, a.school_id AS from_school_id, b.school_id, count(*)::int AS students
FROM places AS a FULL JOIN places AS b ON b.student_id = a.student_id AND b.year = a.year + 1
WHERE coalesce(b.year, a.year + 1) IN (SELECT year FROM {schema}.school_years)
GROUP BY 1, 2, 3
