SELECT
    student_id, day, sum(active)::int AS active, sum(attempts)::int AS attempts, sum(correct)::int AS correct,
    sum(hints)::int AS hints, sum(response_ms)::bigint AS response_ms, sum(assessments)::int AS assessments,
    sum(assessments_correct)::int AS assessments_correct, sum(mastered)::int AS mastered,
    sum(visits)::int AS visits, sum(visits_completed)::int AS visits_completed, sum(sessions)::int AS sessions,
    sum(session_ms)::bigint AS session_ms, sum(journeys)::int AS journeys,
    sum(journeys_completed)::int AS journeys_completed, sum(explorations)::int AS explorations,
    sum(present)::int AS present, sum(absent)::int AS absent, sum(tardy)::int AS tardy
FROM (
    SELECT
        (id >> 32)::int AS student_id, day, 1 AS active, count(*) AS attempts,
        count(*) FILTER (WHERE correct) AS correct, sum(hints) AS hints, sum(response_ms) AS response_ms,
        count(*) FILTER (WHERE flags & 2 <> 0) AS assessments,
        count(*) FILTER (WHERE flags & 2 <> 0 AND correct) AS assessments_correct,
        count(*) FILTER (WHERE flags & 4 <> 0) AS mastered, 0 AS visits, 0 AS visits_completed, 0 AS sessions,
        0 AS session_ms, 0 AS journeys, 0 AS journeys_completed, 0 AS explorations, 0 AS present, 0 AS absent,
        0 AS tardy
    FROM {schema}.attempts
    GROUP BY 1, 2
    UNION ALL
    SELECT
        (id >> 32)::int, day, 0, 0, 0, 0, 0, 0, 0, 0, count(*), count(*) FILTER (WHERE completed), 0, 0, 0, 0,
        0, 0, 0, 0
    FROM {schema}.visits
    GROUP BY 1, 2
    UNION ALL
    SELECT
        (id >> 32)::int, day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, count(*),
        sum(extract(epoch FROM ended_at - started_at) * 1000), 0, 0, 0, 0, 0, 0
    FROM {schema}.sessions
    GROUP BY 1, 2
    UNION ALL
    SELECT
        (id >> 32)::int, day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, count(*), count(*) FILTER (WHERE completed),
        0, 0, 0, 0
    FROM {schema}.journeys
    GROUP BY 1, 2
    UNION ALL
    SELECT
        (id >> 32)::int, day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, count(*), 0, 0, 0
    FROM {schema}.career_explorations
    GROUP BY 1, 2
    UNION ALL
    SELECT
        (id >> 32)::int, day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, count(*) FILTER (WHERE status = 0),
        count(*) FILTER (WHERE status = 1), count(*) FILTER (WHERE status = 2)
    FROM {schema}.attendance
    GROUP BY 1, 2
) AS parts
GROUP BY student_id, day
