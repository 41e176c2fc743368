SELECT
    career_id, day - (extract(isodow FROM day)::int - 1) AS week, sum(chosen) AS chosen, sum(browsed) AS browsed, sum(explored) AS explored,
    sum(minutes) AS minutes, round(avg(gain))::int AS interest_gain
FROM (
    SELECT career_id, day, 1 AS chosen, (list_position > 2)::int AS browsed, 0 AS explored, 0 AS minutes, NULL::int AS gain
    FROM {schema}.journeys
    UNION ALL
    SELECT career_id, day, 0, 0, 1, minutes, interest_after - interest_before FROM {schema}.career_explorations
) AS parts
GROUP BY 1, 2
