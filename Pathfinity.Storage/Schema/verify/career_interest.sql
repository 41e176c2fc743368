SELECT
    career_id, school_id, day, sum(chosen)::int AS chosen, sum(browsed)::int AS browsed, sum(explored)::int AS explored,
    sum(minutes)::int AS minutes, sum(interest_before)::bigint AS interest_before,
    sum(interest_after)::bigint AS interest_after
FROM (
    SELECT
        (id >> 32)::int AS student_id, day, career_id, 1 AS chosen, (list_position >= 3)::int AS browsed, 0 AS explored,
        0 AS minutes, 0 AS interest_before, 0 AS interest_after
    FROM {schema}.journeys
    UNION ALL
    SELECT (id >> 32)::int, day, career_id, 0, 0, 1, minutes, interest_before, interest_after
    FROM {schema}.career_explorations
) AS parts
JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
JOIN {schema}.student_years USING (student_id, year)
GROUP BY career_id, school_id, day
