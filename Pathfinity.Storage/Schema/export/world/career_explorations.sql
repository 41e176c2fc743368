SELECT e.id >> 32 AS student_id, c.id AS career_id, s.id AS scenario_id,
    to_char(e.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, e.minutes, e.interest_before, e.interest_after,
    i.id || CASE WHEN i.version > 1 THEN '@' || i.version ELSE '' END AS item_id
FROM {world}.career_explorations e
LEFT JOIN {catalogue}.careers c ON c.number = e.career_id
LEFT JOIN {catalogue}.items i ON i.number = e.item_id
LEFT JOIN {catalogue}.career_scenarios s ON s.number = e.scenario_id
ORDER BY e.id
