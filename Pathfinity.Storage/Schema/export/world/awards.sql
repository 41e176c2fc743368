SELECT id AS award_id, id >> 32 AS student_id, day AS date, ('{attendance,growth,explorer}'::text[])[kind + 1] AS kind,
    ('{math,ela,science,social}'::text[])[subject + 1] AS subject, value, from_day AS from_date, evidence_id AS assessment_id
FROM {world}.awards
ORDER BY id
