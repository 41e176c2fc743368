SELECT j.id AS journey_id, j.id >> 32 AS student_id, j.day AS date, c.id AS career_id,
    ('{finn,sage,spark,harmony}'::text[])[j.companion + 1] AS companion,
    to_char(j.started_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS started_at,
    to_char(j.ended_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS ended_at,
    j.completed::text AS completed
FROM {world}.journeys j
LEFT JOIN {catalogue}.careers c ON c.number = j.career_id
ORDER BY j.id
