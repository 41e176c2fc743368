-- Days of substitutes beside the school's days and what was decided on them.
SELECT
    d.teacher_id::bigint AS id, d.day,
    -- A substitute takes classes on days with school.
    o.day IS NULL AS substitute_without_school,
    -- Substitutes form no groups and arrange no tutors; where a co-teacher is in the room there is none.
    i.classroom_id IS NOT NULL AS substitute_forms_groups
FROM {schema}.substitute_days AS d
JOIN {schema}.teachers AS t ON t.id = d.teacher_id
LEFT JOIN (
    SELECT DISTINCT p.school_id, a.day
    FROM {days}.attendance AS a
    JOIN {schema}.school_years AS y ON a.day BETWEEN y.first_day AND y.last_day
    JOIN {schema}.student_years AS p ON p.student_id = (a.id >> 32)::int AND p.year = y.year
    WHERE a.day BETWEEN $1 AND $2
) AS o ON o.school_id = t.school_id AND o.day = d.day
LEFT JOIN (
    SELECT DISTINCT c.teacher_id, n.day, n.classroom_id
    FROM {schema}.interventions AS n JOIN {schema}.classrooms AS c ON c.id = n.classroom_id
    WHERE n.kind IN (1, 2, 6, 7, 8) AND n.day BETWEEN $1 AND $2 AND (
        c.co_teacher_id IS NULL OR EXISTS (
            SELECT FROM {schema}.substitute_days AS s WHERE s.teacher_id = c.co_teacher_id AND s.day = n.day - 1))
) AS i ON i.teacher_id = d.teacher_id AND i.day = d.day + 1
WHERE d.day BETWEEN $1 AND $2
