SELECT classroom_id, student_id, begin_date, end_date
FROM {world}.enrollments
ORDER BY classroom_id, student_id
