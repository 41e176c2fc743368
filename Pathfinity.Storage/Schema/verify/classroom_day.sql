SELECT
    classroom_id, day, sum(students)::int AS students, sum(attempts)::int AS attempts,
    sum(correct)::int AS correct, sum(hints)::int AS hints, sum(response_ms)::bigint AS response_ms,
    sum(assessments)::int AS assessments, sum(assessments_correct)::int AS assessments_correct,
    sum(mastered)::int AS mastered, sum(visits)::int AS visits, sum(visits_completed)::int AS visits_completed,
    sum(sessions)::int AS sessions, sum(session_ms)::bigint AS session_ms
FROM (
    SELECT
        classroom_id, day, count(DISTINCT id >> 32) AS students, count(*) AS attempts,
        count(*) FILTER (WHERE correct) AS correct, sum(hints) AS hints, sum(response_ms) AS response_ms,
        count(*) FILTER (WHERE flags & 2 <> 0) AS assessments,
        count(*) FILTER (WHERE flags & 2 <> 0 AND correct) AS assessments_correct,
        count(*) FILTER (WHERE flags & 4 <> 0) AS mastered, 0 AS visits, 0 AS visits_completed, 0 AS sessions,
        0 AS session_ms
    FROM {schema}.attempts
    GROUP BY 1, 2
    UNION ALL
    SELECT
        classroom_id, day, 0, 0, 0, 0, 0, 0, 0, 0, count(*), count(*) FILTER (WHERE completed), 0, 0
    FROM {schema}.visits
    GROUP BY 1, 2
    UNION ALL
    SELECT
        classroom_id, day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, count(*),
        sum(extract(epoch FROM ended_at - started_at) * 1000)
    FROM {schema}.sessions WHERE classroom_id IS NOT NULL
    GROUP BY 1, 2
) AS parts
GROUP BY classroom_id, day
