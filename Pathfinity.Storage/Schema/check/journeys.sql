-- Journeys beside the day's attendance and the career of the day.
SELECT
    j.id, j.day,
    -- A journey ends after it began.
    j.ended_at < j.started_at AS journey_ends_before_it_begins,
    -- A student makes one journey a day.
    count(*) OVER (PARTITION BY j.id >> 32, j.day) > 1 AS two_journeys_on_one_day,
    -- Who is absent makes no journey.
    t.status = 1 AS journey_of_absent_student,
    -- A career is one of the catalogue's.
    c.number IS NULL AS career_unknown,
    -- A career is offered from the grade on at which its work can be pictured.
    array_position(g.grades, c.min_grade) > array_position(g.grades, p.grade) AS career_above_grade,
    -- A career is chosen from a list of twelve.
    j.list_position NOT BETWEEN 0 AND 11 AS list_position_out_of_range,
    -- A companion is one of four.
    j.companion NOT BETWEEN 0 AND 3 AS companion_unknown,
    -- A student is enrolled on the day of a journey.
    p.student_id IS NULL AS journey_of_stranger
FROM {days}.journeys AS j
CROSS JOIN (SELECT ARRAY['PK', 'K', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] AS grades) AS g
LEFT JOIN {days}.attendance AS t ON t.id >> 32 = j.id >> 32 AND t.day = j.day AND t.day BETWEEN $1 AND $2
LEFT JOIN {catalogue}.careers AS c ON c.number = j.career_id
LEFT JOIN {schema}.school_years AS y ON j.day BETWEEN y.first_day AND y.last_day
LEFT JOIN {schema}.student_years AS p ON p.student_id = (j.id >> 32)::int AND p.year = y.year
WHERE j.day BETWEEN $1 AND $2
