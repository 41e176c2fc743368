SELECT
    classroom_id, subject, kind, window_number, count(*) AS taken, count(*) FILTER (WHERE retake_of IS NOT NULL) AS retaken,
    floor(1000.0 * sum(correct) / nullif(sum(items), 0))::int AS right_answers,
    1000 * count(*) FILTER (WHERE correct >= 0.6 * items) / count(*) AS passed
FROM {schema}.assessments GROUP BY classroom_id, subject, kind, window_number
