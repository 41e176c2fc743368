SELECT teacher_id, day AS date, reason
FROM {world}.substitute_days
ORDER BY teacher_id, day
