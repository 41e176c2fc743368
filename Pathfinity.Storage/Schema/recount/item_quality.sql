SELECT
    item, skill, container, count(*) AS questions, sum(shown) AS shown, floor(1000.0 * sum(correct) / sum(shown))::int AS accuracy,
    min(floor(1000.0 * correct / shown))::int AS accuracy_least, max(floor(1000.0 * correct / shown))::int AS accuracy_most
FROM (SELECT question_id, sum(shown) AS shown, sum(correct) AS correct FROM {question_stats} AS stats GROUP BY question_id) AS met
JOIN catalogue.questions ON number = question_id
GROUP BY item, skill, container
