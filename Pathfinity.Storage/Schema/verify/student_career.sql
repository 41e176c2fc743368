SELECT
    student_id, career_id, sum(chosen)::int AS chosen, sum(explored)::int AS explored, sum(minutes)::int AS minutes,
    (array_agg(interest_before ORDER BY id) FILTER (WHERE explored = 1))[1] AS interest_first,
    (array_agg(interest_after ORDER BY id DESC) FILTER (WHERE explored = 1))[1] AS interest_last,
    min(day) AS first_day, max(day) AS last_day
FROM (
    SELECT
        id, (id >> 32)::int AS student_id, day, career_id, 1 AS chosen, 0 AS explored, 0 AS minutes,
        NULL::smallint AS interest_before, NULL::smallint AS interest_after
    FROM {schema}.journeys
    UNION ALL
    SELECT id, (id >> 32)::int, day, career_id, 0, 1, minutes, interest_before, interest_after
    FROM {schema}.career_explorations
) AS parts
GROUP BY student_id, career_id
