SELECT
    school_id, grain, date_trunc(grain, day)::date AS first_day, count(*)::int AS students,
    (count(*) FILTER (WHERE before IS NULL))::int AS newcomers,
    (count(*) FILTER (WHERE before = date_trunc(grain, day) - span))::int AS retained
FROM (
    SELECT
        student_id, grain, span, day,
        lag(date_trunc(grain, day)) OVER (PARTITION BY student_id, grain ORDER BY day) AS before
    FROM (
        SELECT student_id, grain, span, min(day) AS day
        FROM {student_day} AS days, (VALUES ('week', interval '1 week'), ('month', interval '1 month')) AS grains (grain, span)
        WHERE active > 0
        GROUP BY student_id, grain, span, date_trunc(grain, day)
    ) AS spans
) AS followed
JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
JOIN {schema}.student_years USING (student_id, year)
GROUP BY school_id, grain, date_trunc(grain, day)::date
