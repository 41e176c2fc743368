SELECT question_id, response, sum(responses[response + 1]) AS chosen, floor(1000.0 * sum(responses[response + 1]) / sum(shown))::int AS share
FROM {question_stats} AS stats CROSS JOIN LATERAL generate_series(0, cardinality(responses) - 1) AS response
GROUP BY question_id, response
