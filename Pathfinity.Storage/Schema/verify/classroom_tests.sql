SELECT
    classroom_id, subject, kind, window_number, count(*)::int AS taken, count(retake_of)::int AS retaken,
    sum(items)::int AS items, sum(correct)::int AS correct,
    (count(*) FILTER (WHERE correct * 10 >= items * 6))::int AS passed
FROM {schema}.assessments
GROUP BY classroom_id, subject, kind, window_number
