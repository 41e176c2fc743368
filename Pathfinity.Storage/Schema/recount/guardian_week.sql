WITH days AS (
    SELECT DISTINCT school_id, date_trunc('week', day)::date AS week, y.year
    FROM (
        SELECT student_id, day FROM {student_day} AS worked
        UNION ALL SELECT (id >> 32)::int, day FROM {schema}.guardian_visits
        UNION ALL SELECT (id >> 32)::int, day FROM {schema}.messages
        UNION ALL SELECT (id >> 32)::int, day FROM {schema}.conferences
    ) AS acts
    JOIN {schema}.school_years AS y ON day BETWEEN first_day AND last_day
    JOIN {schema}.student_years USING (student_id, year)
), weeks AS (
    SELECT school_id, week, max(year) AS year, week + 6 AS sunday FROM days GROUP BY school_id, week
), places AS (
    SELECT student_id, school_id, first_day, last_day, student_years.year
    FROM {schema}.student_years JOIN {schema}.school_years USING (year)
), looks AS (
    SELECT
        school_id, week, count(DISTINCT (student_id, p.year)) AS visiting, count(*) FILTER (WHERE kind = 0) AS portal_visits,
        count(*) FILTER (WHERE kind = 1) AS digests_opened
    FROM weeks JOIN places AS p USING (school_id)
    JOIN {schema}.guardian_visits AS v ON v.id >> 32 = student_id AND day BETWEEN week AND sunday AND day BETWEEN first_day AND last_day
    GROUP BY school_id, week
), sent AS (
    SELECT
        school_id, week, count(*) FILTER (WHERE m.kind = 0) AS messages, count(*) FILTER (WHERE m.kind = 1) AS letters,
        count(*) FILTER (WHERE delivered) AS delivered
    FROM weeks JOIN places USING (school_id)
    JOIN {schema}.messages AS m ON id >> 32 = student_id AND day BETWEEN week AND sunday AND day BETWEEN first_day AND last_day
    GROUP BY school_id, week
), received AS (
    SELECT school_id, week, count(*) FILTER (WHERE r.kind = 0) AS read, count(*) FILTER (WHERE r.kind = 1) AS answered
    FROM weeks JOIN places USING (school_id)
    JOIN {schema}.messages AS m ON m.id >> 32 = student_id AND m.day BETWEEN week AND sunday AND m.day BETWEEN first_day AND last_day
    JOIN {schema}.message_receipts AS r ON message_id = m.id
    GROUP BY school_id, week
), talks AS (
    SELECT school_id, week, count(*) AS conferences, count(*) FILTER (WHERE held) AS held
    FROM weeks JOIN places USING (school_id)
    JOIN {schema}.conferences ON id >> 32 = student_id AND day BETWEEN week AND sunday AND day BETWEEN first_day AND last_day
    GROUP BY school_id, week
), enrolled AS (
    SELECT
        school_id, year, count(*) AS students,
        count(*) FILTER (WHERE student_id IN (SELECT student_id FROM {schema}.guardians)) AS families
    FROM {schema}.student_years GROUP BY school_id, year
)
SELECT
    school_id, week, students, families, coalesce(visiting, 0) AS visiting,
    floor(1000.0 * coalesce(visiting, 0) / nullif(families, 0))::int AS visiting_share, coalesce(portal_visits, 0) AS portal_visits,
    coalesce(digests_opened, 0) AS digests_opened, coalesce(messages, 0) AS messages, coalesce(letters, 0) AS letters,
    coalesce(delivered, 0) AS delivered, coalesce(read, 0) AS read,
    floor(1000.0 * coalesce(read, 0) / nullif(delivered, 0))::int AS read_share, coalesce(answered, 0) AS answered,
    coalesce(conferences, 0) AS conferences, coalesce(held, 0) AS held, floor(1000.0 * held / conferences)::int AS held_share
FROM weeks JOIN enrolled USING (school_id, year) LEFT JOIN looks USING (school_id, week) LEFT JOIN sent USING (school_id, week)
LEFT JOIN received USING (school_id, week) LEFT JOIN talks USING (school_id, week)
