SELECT id AS session_id, id >> 32 AS student_id, classroom_id,
    to_char(started_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS started_at,
    to_char(ended_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS ended_at,
    CASE place WHEN 0 THEN 'school' ELSE 'home' END AS place,
    ('{tablet,chromebook,laptop,phone}'::text[])[device + 1] AS device, attempts, correct
FROM {world}.sessions
ORDER BY id
