SELECT a.id AS attempt_id, a.id >> 32 AS student_id, a.session_id, a.visit_id,
    q.id || CASE WHEN q.version > 1 THEN '@' || q.version ELSE '' END AS question_id,
    s.id AS skill_id, s.subject, s.grade, q.container,
    CASE WHEN a.flags & 2 <> 0 THEN a.visit_id END AS assessment_id, a.opportunity,
    to_char(a.answered_at - a.response_ms * interval '1 millisecond', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS started_at,
    to_char(a.answered_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS answered_at,
    a.response_ms, a.correct::text AS correct, a.correct::int AS score, a.hints,
    coalesce(q.responses -> a.response::int -> 'answer', 'null') AS choice
FROM {world}.attempts a
LEFT JOIN {catalogue}.questions q ON q.number = a.question_id
LEFT JOIN {catalogue}.skills s ON s.number = a.skill_id
ORDER BY a.id
