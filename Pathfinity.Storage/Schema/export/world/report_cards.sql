SELECT id AS report_card_id, id >> 32 AS student_id, classroom_id, ('{math,ela,science,social}'::text[])[subject + 1] AS subject, term,
    from_day AS from_date, day AS date, attempts, correct, checks, round(checks_score / 10.0, 1) AS checks_score,
    CASE WHEN norm <> 0 THEN round(benchmark / 10.0, 1) END AS benchmark, CASE WHEN norm <> 0 THEN round(norm / 10.0, 1) END AS norm,
    round(grade / 10.0, 1) AS grade,
    CASE WHEN grade >= 900 THEN 'A' WHEN grade >= 800 THEN 'B' WHEN grade >= 700 THEN 'C' WHEN grade >= 600 THEN 'D' ELSE 'F' END AS mark
FROM {world}.report_cards
ORDER BY id
