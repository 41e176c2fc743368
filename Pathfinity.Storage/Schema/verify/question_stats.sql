SELECT
    question_id, school_id, shown, correct, hints, response_ms, other,
    CASE WHEN top IS NULL THEN '{}' ELSE ARRAY(
        SELECT coalesce(counts[array_position(responses, response)], 0)
        FROM generate_series(0, top) AS response ORDER BY response)
    END AS responses
FROM (
    SELECT
        question_id, school_id, sum(shown)::int AS shown, sum(correct)::int AS correct, sum(hints)::int AS hints,
        sum(response_ms)::bigint AS response_ms, coalesce(sum(shown) FILTER (WHERE response = 255), 0)::int AS other,
        max(response) FILTER (WHERE response < 255) AS top,
        array_agg(shown::int) AS counts, array_agg(response::int) AS responses
    FROM (
        SELECT
            question_id, school_id, response, count(*) AS shown, count(*) FILTER (WHERE correct) AS correct,
            sum(hints) AS hints, sum(response_ms) AS response_ms
        FROM {schema}.attempts AS a JOIN {schema}.classrooms AS c ON c.id = a.classroom_id
        GROUP BY question_id, school_id, response
    ) AS by_response
    GROUP BY question_id, school_id
) AS by_question
