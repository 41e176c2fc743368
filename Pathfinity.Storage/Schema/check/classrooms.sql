-- Classrooms beside their teacher and their students.
SELECT
    c.id::bigint AS id, NULL::date AS day,
    -- A classroom has students.
    e.students IS NULL AS classroom_without_students,
    -- No classroom holds more than forty.
    e.students > 40 AS classroom_too_full,
    -- A homeroom teacher has one classroom a year, a subject teacher at most eight.
    count(*) OVER (PARTITION BY c.teacher_id, c.year) > CASE WHEN o.subject IS NULL THEN 1 ELSE 8 END AS teacher_with_too_many_classrooms
FROM {schema}.classrooms AS c
JOIN {schema}.courses AS o ON o.id = c.course_id
LEFT JOIN (
    SELECT classroom_id, count(*) AS students FROM {schema}.enrollments GROUP BY classroom_id
) AS e ON e.classroom_id = c.id
