SELECT m.student_id, s.id AS skill_id, m.mastery, m.attempts, m.correct,
    to_char(m.last_practised_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS last_practised_at,
    to_char(m.mastered_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS mastered_at
FROM {world}.student_skill m
LEFT JOIN {catalogue}.skills s ON s.number = m.skill_id
ORDER BY m.student_id, m.skill_id
