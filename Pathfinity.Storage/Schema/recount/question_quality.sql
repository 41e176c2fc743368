SELECT
    question_id, shown, accuracy, n AS rated, discrimination, response_ms_mean, hints, other,
    CASE WHEN n < 30 THEN 'too few' WHEN product < 0 THEN 'reversed' WHEN accuracy > 970 THEN 'too easy'
        WHEN accuracy < 150 THEN 'too hard' WHEN discrimination >= 50 THEN 'good' ELSE 'weak' END AS verdict
FROM (
    SELECT *, round(1000 * product / sqrt(nullif(spread, 0))) AS discrimination
    FROM (
        SELECT
            question_id, sum(shown) AS shown, floor(1000.0 * sum(correct) / sum(shown))::int AS accuracy, sum(rated) AS n,
            floor(sum(response_ms) / sum(shown))::int AS response_ms_mean, floor(1000.0 * sum(hints) / sum(shown))::int AS hints,
            floor(1000.0 * sum(other) / sum(shown))::int AS other, sum(rest_correct) * sum(rated) - sum(rest) * sum(rated_correct)::numeric AS product,
            (sum(rated_correct)::numeric * (sum(rated) - sum(rated_correct))) * (sum(rest_squares) * sum(rated) - sum(rest) * sum(rest)) AS spread
        FROM {question_stats} AS stats GROUP BY question_id
    ) AS sums
) AS rated
