WITH places AS (
    SELECT student_id, school_id, year, first_day, last_day FROM {schema}.student_years JOIN {schema}.school_years USING (year)
), acts AS (
    SELECT id, day, guardian_id, CASE kind WHEN 0 THEN 'portal' ELSE 'digest' END AS act FROM {schema}.guardian_visits
    UNION ALL SELECT id, day, guardian_id, 'sent' FROM {schema}.messages
    UNION ALL SELECT id, day, guardian_id, 'delivered' FROM {schema}.messages WHERE delivered
    UNION ALL
    SELECT m.id, m.day, m.guardian_id, CASE r.kind WHEN 0 THEN 'read' ELSE 'answered' END
    FROM {schema}.message_receipts AS r JOIN {schema}.messages AS m ON m.id = r.message_id
    UNION ALL SELECT id, day, guardian_id, 'asked' FROM {schema}.conferences
    UNION ALL SELECT id, day, guardian_id, 'held' FROM {schema}.conferences WHERE held
)
SELECT
    p.school_id, p.year, a.day - (extract(day FROM a.day)::int - 1) AS month, k.kind, k.member,
    (count(DISTINCT a.guardian_id) FILTER (WHERE act IN ('portal', 'digest')))::int AS visiting,
    (count(*) FILTER (WHERE act = 'portal'))::int AS portal_visits, (count(*) FILTER (WHERE act = 'digest'))::int AS digests_opened,
    (count(*) FILTER (WHERE act = 'delivered'))::int AS delivered, (count(*) FILTER (WHERE act = 'read'))::int AS read,
    (count(*) FILTER (WHERE act = 'answered'))::int AS answered, (count(*) FILTER (WHERE act = 'asked'))::int AS conferences,
    (count(*) FILTER (WHERE act = 'held'))::int AS held
FROM acts AS a
JOIN places AS p ON p.student_id = a.id >> 32 AND a.day BETWEEN p.first_day AND p.last_day
JOIN {schema}.guardians AS g ON g.id = a.guardian_id
JOIN {schema}.schools AS s ON s.id = p.school_id
CROSS JOIN LATERAL (VALUES
    ('working_hours', working_hours), ('home_access', home_access), ('channel', channel), ('level', level),
    ('language', CASE language WHEN 'en' THEN 'English' ELSE 'other' END)) AS k (kind, member)
GROUP BY 1, 2, 3, 4, 5
