SELECT id AS conference_id, id >> 32 AS student_id, guardian_id, classroom_id,
    ('{autumn,spring}'::text[])[window_number] AS season, to_char(started_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS started_at,
    to_char(ended_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS ended_at, held
FROM {world}.conferences
ORDER BY id
