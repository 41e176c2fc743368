-- Career explorations beside their journey.
SELECT
    x.id, x.day,
    -- An exploration belongs to the journey of its day.
    j.id IS NULL AND x.journey_id >> 32 = x.id >> 32 AS exploration_without_journey,
    -- A journey holds the explorations of its own student only.
    x.journey_id >> 32 <> x.id >> 32 AS exploration_in_journey_of_another,
    -- What is explored is the career of the day.
    x.career_id <> j.career_id AS exploration_of_another_career,
    -- A career is explored while the journey lasts.
    x.at NOT BETWEEN j.started_at AND j.ended_at AS exploration_outside_journey,
    -- A career is explored for at least a minute and at most the day.
    x.minutes NOT BETWEEN 1 AND 1200 AS exploration_time_out_of_reach,
    -- Interest is from 0 to 1000 permille.
    x.interest_before NOT BETWEEN 0 AND 1000 OR x.interest_after NOT BETWEEN 0 AND 1000 AS interest_out_of_range,
    -- The item that told of it is one of Discover.
    x.item_id IS NOT NULL AND i.container IS DISTINCT FROM 'discover' AS exploration_told_by_another_container
FROM {schema}.career_explorations AS x
LEFT JOIN {days}.journeys AS j ON j.id = x.journey_id AND j.day = x.day AND j.day BETWEEN $1 AND $2
LEFT JOIN {catalogue}.items AS i ON i.number = x.item_id
WHERE x.day BETWEEN $1 AND $2
