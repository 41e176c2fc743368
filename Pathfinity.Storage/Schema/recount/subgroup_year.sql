WITH members AS (
    SELECT t.*, kind, member
    FROM {student_totals} AS t
    JOIN {schema}.students AS s ON s.id = student_id
    JOIN {schema}.student_years AS y USING (student_id, year)
    JOIN {schema}.schools AS c ON c.id = y.school_id
    CROSS JOIN LATERAL (VALUES
        ('gender', gender), ('race_ethnicity', race_ethnicity), ('iep', CASE WHEN iep THEN 'yes' ELSE 'no' END),
        ('ell', CASE WHEN ell THEN 'yes' ELSE 'no' END), ('frl', CASE WHEN frl THEN 'yes' ELSE 'no' END), ('level', level)
    ) AS kinds (kind, member)
), sums AS (
    SELECT
        year, kind, member, count(*) AS students,
        trunc(sum(attempts) / count(*))::int AS attempts, trunc(1000.0 * sum(correct) / nullif(sum(attempts), 0))::int AS accuracy,
        trunc(sum(session_ms) / 60000 / count(*))::int AS minutes, trunc(10.0 * sum(mastered) / count(*))::int AS mastered,
        trunc(1000.0 * sum(absent) / nullif(sum(present + absent + tardy), 0))::int AS absence
    FROM members GROUP BY year, kind, member
), shown AS (
    SELECT *, students >= 10 AND (
        SELECT count(*) FROM sums AS o WHERE (o.year, o.kind) = (s.year, s.kind) AND o.students < 10) <> 1
        OR students >= 10 AND (
        SELECT count(*) FROM sums AS o
        WHERE (o.year, o.kind) = (s.year, s.kind) AND (o.students, o.member) < (s.students, s.member)) <> 1 AS is_shown
    FROM sums AS s
)
SELECT year, kind, member, false AS suppressed, students, attempts, accuracy, minutes, mastered, absence
FROM shown WHERE is_shown
UNION ALL
SELECT year, kind, member, true, NULL, NULL, NULL, NULL, NULL, NULL FROM shown WHERE NOT is_shown
