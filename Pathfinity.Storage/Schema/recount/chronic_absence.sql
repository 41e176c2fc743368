SELECT
    school_id, year, grade, count(*) AS students, count(*) FILTER (WHERE absent >= 0.1 * days) AS chronic,
    count(*) FILTER (WHERE absent >= 0.2 * days) AS severe, 1000 * count(*) FILTER (WHERE absent >= 0.1 * days) / count(*) AS share
FROM (
    SELECT (id >> 32)::int AS student_id, year, count(*) AS days, count(*) FILTER (WHERE status = 1) AS absent
    FROM {schema}.attendance JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
    GROUP BY 1, 2
) AS students JOIN {schema}.student_years USING (student_id, year)
GROUP BY school_id, year, grade
