SELECT
    question_id, school_id, shown, correct, hints, response_ms, other,
    CASE WHEN top IS NULL THEN '{}' ELSE ARRAY(
        SELECT coalesce(counts[array_position(responses, response)], 0)
        FROM generate_series(0, top) AS response ORDER BY response)
    END AS responses,
    rated, rated_correct, rest, rest_squares, rest_correct
FROM (
    SELECT
        question_id, school_id, sum(shown)::int AS shown, sum(correct)::int AS correct, sum(hints)::int AS hints,
        sum(response_ms)::bigint AS response_ms, coalesce(sum(shown) FILTER (WHERE response = 255), 0)::int AS other,
        max(response) FILTER (WHERE response < 255) AS top,
        array_agg(shown::int) AS counts, array_agg(response::int) AS responses, sum(rated)::int AS rated,
        sum(rated_correct)::int AS rated_correct, sum(rest)::bigint AS rest, sum(rest_squares)::bigint AS rest_squares,
        sum(rest_correct)::bigint AS rest_correct
    FROM (
        SELECT
            question_id, school_id, response, count(*) AS shown, count(*) FILTER (WHERE correct) AS correct,
            sum(hints) AS hints, sum(response_ms) AS response_ms, count(rest) AS rated,
            count(rest) FILTER (WHERE correct) AS rated_correct, coalesce(sum(rest), 0) AS rest,
            coalesce(sum(rest * rest), 0) AS rest_squares, coalesce(sum(rest) FILTER (WHERE correct), 0) AS rest_correct
        FROM (
            SELECT
                question_id, classroom_id, response, correct, hints, response_ms,
                CASE WHEN count(*) OVER own > 20
                    THEN (count(*) FILTER (WHERE correct) OVER own - correct::int) * 1000 / (count(*) OVER own - 1)
                END AS rest
            FROM {schema}.attempts
            WINDOW own AS (PARTITION BY id >> 32 ORDER BY id ROWS UNBOUNDED PRECEDING)
        ) AS a JOIN {schema}.classrooms AS c ON c.id = a.classroom_id
        GROUP BY question_id, school_id, response
    ) AS by_response
    GROUP BY question_id, school_id
) AS by_question
