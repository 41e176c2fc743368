-- Conferences beside the guardian, the classroom and the school's day.
SELECT
    c.id, c.day,
    -- A guardian of the child is asked to come.
    g.student_id IS DISTINCT FROM (c.id >> 32)::int AS conference_with_foreign_guardian,
    -- A teacher talks of students of the own classroom.
    e.classroom_id IS NULL AS conference_of_foreign_classroom,
    -- There is one conference a student and season.
    count(*) OVER (PARTITION BY c.id >> 32, c.window_number, y.year) > 1 AS two_conferences_in_a_season,
    -- A conference lasts from ten minutes to half an hour.
    c.ended_at - c.started_at NOT BETWEEN interval '10 minutes' AND interval '30 minutes' AS conference_length_out_of_reach,
    -- A conference is after school and before eleven in the evening.
    (c.started_at AT TIME ZONE s.time_zone)::time < '15:00' OR (c.ended_at AT TIME ZONE s.time_zone)::time > '23:00'
        AS conference_at_night,
    -- A conference is on a day with school.
    t.id IS NULL AS conference_without_school,
    -- A season is autumn or spring.
    c.window_number NOT IN (1, 2) AS conference_season_unknown
FROM {schema}.conferences AS c
LEFT JOIN {schema}.guardians AS g ON g.id = c.guardian_id
LEFT JOIN {schema}.school_years AS y ON c.day BETWEEN y.first_day AND y.last_day
LEFT JOIN {schema}.student_years AS p ON p.student_id = (c.id >> 32)::int AND p.year = y.year
LEFT JOIN {schema}.schools AS s ON s.id = p.school_id
LEFT JOIN {schema}.enrollments AS e ON e.classroom_id = c.classroom_id AND e.student_id = (c.id >> 32)::int
    AND c.day BETWEEN e.begin_date AND e.end_date
LEFT JOIN {days}.attendance AS t ON t.id >> 32 = c.id >> 32 AND t.day = c.day AND t.day BETWEEN $1 AND $2
WHERE c.day BETWEEN $1 AND $2
