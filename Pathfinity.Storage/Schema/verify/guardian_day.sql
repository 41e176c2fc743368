WITH places AS (
    SELECT student_id, school_id, year, first_day, last_day FROM {schema}.student_years JOIN {schema}.school_years USING (year)
), firsts AS (
    SELECT student_id, school_id, min(day) AS day
    FROM {schema}.guardian_visits JOIN places ON student_id = id >> 32 AND day BETWEEN first_day AND last_day
    GROUP BY student_id, school_id, year, date_trunc('week', day)
), answers AS (
    SELECT message_id, count(*) FILTER (WHERE kind = 0) AS read, count(*) FILTER (WHERE kind = 1) AS answered
    FROM {schema}.message_receipts GROUP BY message_id
), acts AS (
    SELECT student_id, day, 1 AS first_look, 0 AS portal, 0 AS digest, 0 AS delivered, 0 AS read, 0 AS answered, 0 AS asked, 0 AS held,
        0 AS message, 0 AS letter
    FROM firsts
    UNION ALL SELECT id >> 32, day, 0, 1 - kind, kind, 0, 0, 0, 0, 0, 0, 0 FROM {schema}.guardian_visits
    UNION ALL
    SELECT id >> 32, day, 0, 0, 0, delivered::int, coalesce(read, 0), coalesce(answered, 0), 0, 0, 1 - kind, kind
    FROM {schema}.messages LEFT JOIN answers ON message_id = id
    UNION ALL SELECT id >> 32, day, 0, 0, 0, 0, 0, 0, 1, held::int, 0, 0 FROM {schema}.conferences
)
SELECT
    school_id, day, sum(first_look)::int AS visiting, sum(portal)::int AS portal_visits, sum(digest)::int AS digests_opened,
    sum(delivered)::int AS delivered, sum(read)::int AS read, sum(answered)::int AS answered, sum(asked)::int AS conferences,
    sum(held)::int AS held, sum(message)::int AS messages, sum(letter)::int AS letters
FROM acts JOIN places ON places.student_id = acts.student_id AND day BETWEEN first_day AND last_day
GROUP BY school_id, day
