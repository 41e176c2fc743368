SELECT
    school_id, date_trunc('week', day)::date AS week, count(*) FILTER (WHERE status = 0) AS present,
    count(*) FILTER (WHERE status = 1) AS absent, count(*) FILTER (WHERE status = 2) AS tardy,
    1000 * count(*) FILTER (WHERE status <> 1) / count(*) AS attendance
FROM {schema}.attendance
JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
JOIN {schema}.student_years ON (student_id, student_years.year) = ((id >> 32)::int, school_years.year)
GROUP BY 1, 2
