SELECT id AS visit_id, guardian_id, id >> 32 AS student_id, ('{portal,digest}'::text[])[kind + 1] AS kind,
    to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, seconds
FROM {world}.guardian_visits
ORDER BY id
