SELECT
    question_id, count(*) AS shown, count(*) FILTER (WHERE correct) AS correct, count(*) FILTER (WHERE response = 255) AS other,
    1000 * count(*) FILTER (WHERE correct) / count(*) AS accuracy, floor(avg(response_ms)) AS response_ms_mean
FROM {schema}.attempts GROUP BY question_id
