-- Classrooms beside their teacher and their students.
SELECT
    c.id::bigint AS id, NULL::date AS day,
    -- A classroom has students.
    e.students IS NULL AS classroom_without_students,
    -- No classroom holds more than forty.
    e.students > 40 AS classroom_too_full,
    -- A homeroom teacher has one classroom a year, a subject teacher at most eight.
    count(*) OVER (PARTITION BY c.teacher_id, c.year) > CASE WHEN o.subject IS NULL THEN 1 ELSE 8 END AS teacher_with_too_many_classrooms,
    -- A co-teacher is somebody else than the teacher.
    c.co_teacher_id = c.teacher_id AS co_teacher_is_the_teacher,
    -- A co-teacher is one of the classroom's school.
    t.school_id <> c.school_id AND c.co_teacher_id <> c.teacher_id AS co_teacher_of_another_school,
    -- A co-teacher has at most three classrooms a year.
    c.co_teacher_id <> c.teacher_id AND t.school_id = c.school_id
        AND count(c.co_teacher_id) OVER (PARTITION BY c.co_teacher_id, c.year) > 3 AS co_teacher_with_too_many_classrooms
FROM {schema}.classrooms AS c
LEFT JOIN {schema}.teachers AS t ON t.id = c.co_teacher_id
JOIN {schema}.courses AS o ON o.id = c.course_id
LEFT JOIN (
    SELECT classroom_id, count(*) AS students FROM {schema}.enrollments GROUP BY classroom_id
) AS e ON e.classroom_id = c.id
