-- Days on which a school took attendance, beside everybody enrolled there on the day.
SELECT
    (e.student_id::bigint << 32) AS id, o.day,
    -- Where attendance is taken, it is taken of everybody who is enrolled.
    t.id IS NULL AS enrolled_student_without_attendance
FROM (
    SELECT DISTINCT p.school_id, y.year, t.day
    FROM {days}.attendance AS t
    JOIN {schema}.school_years AS y ON t.day BETWEEN y.first_day AND y.last_day
    JOIN {schema}.student_years AS p ON p.student_id = (t.id >> 32)::int AND p.year = y.year
    WHERE t.day BETWEEN $1 AND $2
) AS o
JOIN (
    SELECT DISTINCT c.school_id, c.year, m.student_id, m.begin_date, m.end_date
    FROM {schema}.enrollments AS m JOIN {schema}.classrooms AS c ON c.id = m.classroom_id
) AS e ON e.school_id = o.school_id AND e.year = o.year AND o.day BETWEEN e.begin_date AND e.end_date
LEFT JOIN {days}.attendance AS t ON t.id >> 32 = e.student_id AND t.day = o.day AND t.day BETWEEN $1 AND $2
