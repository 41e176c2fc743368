-- Sittings beside the day's attendance, the student's classrooms and the school's clock.
SELECT
    s.id, s.day,
    -- A sitting ends after it began.
    s.ended_at < s.started_at AS session_ends_before_it_begins,
    -- Nobody sits for more than four hours.
    s.ended_at - s.started_at > interval '4 hours' AS session_longer_than_four_hours,
    -- A sitting at school is in a classroom.
    s.place = 0 AND s.classroom_id IS NULL AS school_session_without_classroom,
    -- A sitting at home is in no classroom.
    s.place = 1 AND s.classroom_id IS NOT NULL AS home_session_in_classroom,
    -- Who is absent does not sit down to work, at school or at home.
    t.status = 1 AS session_of_absent_student,
    -- Nobody sits at school whose attendance was not taken: the school is closed, or the student is not there.
    s.place = 0 AND t.id IS NULL AS school_session_without_attendance,
    -- Who comes late does not sit before coming.
    s.place = 0 AND t.status = 2 AND s.started_at < t.at AS session_before_tardy_arrival,
    -- A sitting at school is between six in the morning and five in the afternoon.
    s.place = 0 AND ((s.started_at AT TIME ZONE c.time_zone)::time < '06:00'
        OR (s.ended_at AT TIME ZONE c.time_zone)::time > '17:00') AS school_session_at_night,
    -- A sitting belongs to the day that began at 04:00.
    ((s.started_at AT TIME ZONE c.time_zone) - interval '4 hours')::date <> s.day AS session_on_another_day,
    -- A sitting at school is in a classroom in which the student is enrolled on that day.
    s.place = 0 AND s.classroom_id IS NOT NULL AND e.classroom_id IS NULL AS session_in_foreign_classroom,
    -- Two sittings of one student do not overlap.
    s.started_at < lag(s.ended_at) OVER (PARTITION BY s.id >> 32, s.day ORDER BY s.id) AS sessions_overlap,
    -- No more answers are right than were given.
    s.correct > s.attempts AS session_with_more_right_than_given,
    -- A place and a device are ones that there are.
    s.place NOT IN (0, 1) OR s.device NOT BETWEEN 0 AND 3 AS session_place_or_device_unknown
FROM {days}.sessions AS s
LEFT JOIN {days}.attendance AS t ON t.id >> 32 = s.id >> 32 AND t.day = s.day AND t.day BETWEEN $1 AND $2
LEFT JOIN {schema}.school_years AS y ON s.day BETWEEN y.first_day AND y.last_day
LEFT JOIN {schema}.student_years AS p ON p.student_id = (s.id >> 32)::int AND p.year = y.year
LEFT JOIN {schema}.schools AS c ON c.id = p.school_id
LEFT JOIN {schema}.enrollments AS e ON e.classroom_id = s.classroom_id AND e.student_id = (s.id >> 32)::int
    AND s.day BETWEEN e.begin_date AND e.end_date
WHERE s.day BETWEEN $1 AND $2
