SELECT v.id AS visit_id, v.journey_id, v.id >> 32 AS student_id,
    ('{learn,experience,discover}'::text[])[v.container + 1] AS container,
    ('{math,ela,science,social}'::text[])[v.subject + 1] AS subject,
    s.id AS skill_id, i.id || CASE WHEN i.version > 1 THEN '@' || i.version ELSE '' END AS item_id,
    to_char(v.started_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS started_at,
    to_char(v.ended_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS ended_at,
    v.completed::text AS completed, v.attempts, v.correct, c.id AS scenario_id,
    ('{read,narrated}'::text[])[v.format + 1] AS format
FROM {world}.visits v
LEFT JOIN {catalogue}.skills s ON s.number = v.skill_id
LEFT JOIN {catalogue}.items i ON i.number = v.item_id
LEFT JOIN {catalogue}.career_scenarios c ON c.number = v.scenario_id
ORDER BY v.id
