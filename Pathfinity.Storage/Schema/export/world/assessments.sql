SELECT a.id AS assessment_id, a.id >> 32 AS student_id, a.classroom_id,
    ('{diagnostic,unit_check,benchmark}'::text[])[a.kind + 1] AS kind,
    ('{math,ela,science,social}'::text[])[a.subject + 1] AS subject, y.grade, s.id AS skill_id,
    CASE WHEN a.kind = 2 THEN ('{autumn,winter,spring}'::text[])[a.window_number] END AS benchmark_window,
    CASE WHEN a.kind = 1 THEN a.window_number END AS unit,
    to_char(a.started_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS started_at,
    to_char(a.ended_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS ended_at,
    a.items, a.correct, round(a.score / 10.0, 1) AS score, round(a.standard_error / 10.0, 1) AS standard_error, a.retake_of
FROM {world}.assessments a
LEFT JOIN {catalogue}.skills s ON s.number = a.skill_id
LEFT JOIN {world}.school_years year ON a.day BETWEEN year.first_day AND year.last_day
LEFT JOIN {world}.student_years y ON y.student_id = (a.id >> 32)::int AND y.year = year.year
ORDER BY a.id
