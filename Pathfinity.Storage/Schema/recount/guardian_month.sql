WITH acts AS (
    SELECT day, guardian_id, CASE kind WHEN 0 THEN 'portal' ELSE 'digest' END AS act FROM {schema}.guardian_visits
    UNION ALL SELECT day, guardian_id, 'delivered' FROM {schema}.messages WHERE delivered
    UNION ALL
    SELECT m.day, m.guardian_id, CASE r.kind WHEN 0 THEN 'read' ELSE 'answered' END
    FROM {schema}.messages AS m JOIN {schema}.message_receipts AS r ON r.message_id = m.id
    UNION ALL SELECT day, guardian_id, 'asked' FROM {schema}.conferences
    UNION ALL SELECT day, guardian_id, 'held' FROM {schema}.conferences WHERE held
), dated AS (
    SELECT year, day - (extract(day FROM day)::int - 1) AS month, day, guardian_id, act
    FROM acts JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
), months AS (
    SELECT year, month, count(DISTINCT day) FILTER (WHERE act <> '') AS days, count(DISTINCT day) FILTER (WHERE act = 'digest') AS sundays
    FROM (
        SELECT year, month, day, act FROM dated WHERE act IN ('portal', 'digest')
        UNION ALL
        SELECT year, day - (extract(day FROM day)::int - 1), day, NULL
        FROM {student_day} AS worked JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
    ) AS seen
    GROUP BY year, month
), kinds AS (
    SELECT g.id AS guardian_id, y.year, kind, member
    FROM {schema}.guardians AS g JOIN {schema}.student_years AS y USING (student_id) JOIN {schema}.schools AS s ON s.id = school_id
    CROSS JOIN LATERAL (VALUES
        ('working_hours', working_hours), ('home_access', home_access), ('channel', channel), ('level', level),
        ('language', CASE language WHEN 'en' THEN 'English' ELSE 'other' END)) AS kinds (kind, member)
), sizes AS (
    SELECT year, kind, member, count(*) AS guardians FROM kinds GROUP BY year, kind, member
), done AS (
    SELECT
        year, month, kind, member, count(DISTINCT guardian_id) FILTER (WHERE act IN ('portal', 'digest')) AS visiting,
        count(*) FILTER (WHERE act = 'portal') AS portal, count(*) FILTER (WHERE act = 'digest') AS digests,
        count(*) FILTER (WHERE act = 'delivered') AS delivered, count(*) FILTER (WHERE act = 'read') AS read,
        count(*) FILTER (WHERE act = 'answered') AS answered, count(*) FILTER (WHERE act = 'asked') AS asked,
        count(*) FILTER (WHERE act = 'held') AS held
    FROM dated JOIN kinds USING (year, guardian_id) GROUP BY year, month, kind, member
), shown AS (
    SELECT *, guardians >= 10 AND NOT (
        (SELECT count(*) FROM sizes AS o WHERE (o.year, o.kind) = (s.year, s.kind) AND o.guardians < 10) = 1 AND
        (SELECT count(*) FROM sizes AS o
        WHERE (o.year, o.kind) = (s.year, s.kind) AND (o.guardians, o.member) < (s.guardians, s.member)) = 1) AS is_shown
    FROM sizes AS s
)
SELECT
    year, month, kind, member, false AS suppressed, days, sundays, guardians,
    floor(1000.0 * coalesce(visiting, 0) / guardians)::int AS visiting,
    floor(7000.0 * coalesce(portal, 0) / greatest(guardians * days, 1))::int AS portal_visits,
    floor(1000.0 * coalesce(digests, 0) / greatest(guardians * sundays, 1))::int AS digests_opened, coalesce(delivered, 0) AS delivered,
    floor(1000.0 * read / nullif(delivered, 0))::int AS read, floor(1000.0 * answered / nullif(read, 0))::int AS answered,
    coalesce(asked, 0) AS conferences, floor(1000.0 * held / nullif(asked, 0))::int AS held
FROM shown JOIN months USING (year) LEFT JOIN done USING (year, month, kind, member)
WHERE is_shown
UNION ALL
SELECT year, month, kind, member, true, days, sundays, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM shown JOIN months USING (year) WHERE NOT is_shown
