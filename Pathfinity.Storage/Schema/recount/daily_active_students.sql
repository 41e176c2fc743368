SELECT
    school_id, day, count(*) FILTER (WHERE active > 0) AS students, enrolled,
    count(*) FILTER (WHERE active > 0) * 1000 / enrolled AS share
FROM {student_day} AS days
JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
JOIN (SELECT *, count(*) OVER (PARTITION BY school_id, year) AS enrolled FROM {schema}.student_years) AS y USING (student_id, year)
GROUP BY school_id, day, enrolled
