SELECT
    (id >> 32)::int AS student_id, year, count(*) AS days, count(*) FILTER (WHERE status = 1) AS absent,
    count(*) FILTER (WHERE status = 2) AS tardy, 1000 * count(*) FILTER (WHERE status = 1) / count(*) AS absence,
    count(*) FILTER (WHERE status = 1) >= 0.1 * count(*) AS chronic
FROM {schema}.attendance JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
GROUP BY 1, 2
