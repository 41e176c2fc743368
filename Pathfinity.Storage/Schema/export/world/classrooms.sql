SELECT c.id AS classroom_id, c.school_id, c.course_id, c.teacher_id, course.subject, course.grade, c.name, c.year, c.co_teacher_id
FROM {world}.classrooms c JOIN {world}.courses course ON course.id = c.course_id
ORDER BY c.id
