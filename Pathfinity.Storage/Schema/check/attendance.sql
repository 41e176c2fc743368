-- Attendance beside enrolment and the school's morning.
SELECT
    t.id, t.day,
    -- Attendance of a student is taken once a day.
    count(*) OVER (PARTITION BY t.id >> 32, t.day) > 1 AS attendance_taken_twice,
    -- A status is one of three, a reason one of five.
    t.status NOT BETWEEN 0 AND 2 OR t.reason NOT BETWEEN 0 AND 4 AS attendance_code_unknown,
    -- Absence has a reason.
    t.status = 1 AND t.reason = 0 AS absence_without_reason,
    -- Presence needs no reason.
    t.status IN (0, 2) AND t.reason <> 0 AS presence_with_reason,
    -- Attendance is taken between six and noon.
    (t.at AT TIME ZONE c.time_zone)::time NOT BETWEEN '06:00' AND '12:00' AS attendance_not_in_the_morning,
    -- Attendance is taken on its day.
    (t.at AT TIME ZONE c.time_zone)::date <> t.day AS attendance_on_another_day,
    -- No school on Saturdays and Sundays.
    extract(isodow FROM t.day) > 5 AS attendance_on_weekend,
    -- Attendance is taken of students who are enrolled on that day.
    e.student_id IS NULL AS attendance_of_stranger
FROM {days}.attendance AS t
LEFT JOIN {schema}.school_years AS y ON t.day BETWEEN y.first_day AND y.last_day
LEFT JOIN {schema}.student_years AS p ON p.student_id = (t.id >> 32)::int AND p.year = y.year
LEFT JOIN {schema}.schools AS c ON c.id = p.school_id
LEFT JOIN (
    SELECT student_id, min(begin_date) AS begin_date, max(end_date) AS end_date
    FROM {schema}.enrollments JOIN {schema}.classrooms ON id = classroom_id GROUP BY student_id, year
) AS e ON e.student_id = (t.id >> 32)::int AND t.day BETWEEN e.begin_date AND e.end_date
WHERE t.day BETWEEN $1 AND $2
