-- Sums of what guardians do, so that a page need not read their activity; co-teachers in the load of teachers.

CREATE TABLE {schema}.guardian_day (
    school_id      int NOT NULL,
    day            date NOT NULL,
    visiting       int NOT NULL,
    portal_visits  int NOT NULL,
    digests_opened int NOT NULL,
    delivered      int NOT NULL,
    read           int NOT NULL,
    answered       int NOT NULL,
    conferences    int NOT NULL,
    held           int NOT NULL,
    messages       int NOT NULL,
    letters        int NOT NULL,
    PRIMARY KEY (school_id, day)
) WITH (fillfactor = 70);
COMMENT ON TABLE {schema}.guardian_day IS 'One row for each school and day on which a guardian looked, was written to or was asked to come.';
COMMENT ON COLUMN {schema}.guardian_day.school_id IS 'The child''s school.';
COMMENT ON COLUMN {schema}.guardian_day.day IS 'Day, from 04:00 to 04:00 in the school''s zone.';
COMMENT ON COLUMN {schema}.guardian_day.visiting IS 'Families that looked at the portal or opened a digest for the first time in the week.';
COMMENT ON COLUMN {schema}.guardian_day.portal_visits IS 'Looks at the portal.';
COMMENT ON COLUMN {schema}.guardian_day.digests_opened IS 'Weekly digests opened.';
COMMENT ON COLUMN {schema}.guardian_day.delivered IS 'Messages and letters sent on the day that arrived.';
COMMENT ON COLUMN {schema}.guardian_day.read IS 'Those sent on the day that were read, so far.';
COMMENT ON COLUMN {schema}.guardian_day.answered IS 'Those sent on the day that were answered.';
COMMENT ON COLUMN {schema}.guardian_day.conferences IS 'Conferences to which guardians were asked.';
COMMENT ON COLUMN {schema}.guardian_day.held IS 'Those among them that were held.';
COMMENT ON COLUMN {schema}.guardian_day.messages IS 'Teachers'' messages sent.';
COMMENT ON COLUMN {schema}.guardian_day.letters IS 'The school''s letters on absences sent.';

CREATE TABLE {schema}.guardian_group_month (
    school_id      int NOT NULL,
    year           smallint NOT NULL,
    month          date NOT NULL,
    kind           text NOT NULL,
    member         text NOT NULL,
    visiting       int NOT NULL,
    portal_visits  int NOT NULL,
    digests_opened int NOT NULL,
    delivered      int NOT NULL,
    read           int NOT NULL,
    answered       int NOT NULL,
    conferences    int NOT NULL,
    held           int NOT NULL,
    PRIMARY KEY (school_id, year, month, kind, member)
) WITH (fillfactor = 70);
COMMENT ON TABLE {schema}.guardian_group_month IS 'One row for each school, school year, month and group of guardians of whom one looked, was written to or was asked to come.';
COMMENT ON COLUMN {schema}.guardian_group_month.school_id IS 'The child''s school in that year.';
COMMENT ON COLUMN {schema}.guardian_group_month.year IS 'School year, counted from 0.';
COMMENT ON COLUMN {schema}.guardian_group_month.month IS 'First day of the month.';
COMMENT ON COLUMN {schema}.guardian_group_month.kind IS 'working_hours, home_access, channel, language, or level of the child''s school.';
COMMENT ON COLUMN {schema}.guardian_group_month.member IS 'The group: a value of that kind; English or other for language.';
COMMENT ON COLUMN {schema}.guardian_group_month.visiting IS 'Guardians who looked at the portal or opened a digest in the month.';
COMMENT ON COLUMN {schema}.guardian_group_month.portal_visits IS 'Looks at the portal.';
COMMENT ON COLUMN {schema}.guardian_group_month.digests_opened IS 'Weekly digests opened.';
COMMENT ON COLUMN {schema}.guardian_group_month.delivered IS 'Messages and letters sent in the month that arrived.';
COMMENT ON COLUMN {schema}.guardian_group_month.read IS 'Those sent in the month that were read, so far.';
COMMENT ON COLUMN {schema}.guardian_group_month.answered IS 'Those sent in the month that were answered.';
COMMENT ON COLUMN {schema}.guardian_group_month.conferences IS 'Conferences to which they were asked.';
COMMENT ON COLUMN {schema}.guardian_group_month.held IS 'Those among them that were held.';

CREATE TABLE {schema}.guardian_groups (
    school_id int NOT NULL,
    year      smallint NOT NULL,
    kind      text NOT NULL,
    member    text NOT NULL,
    guardians int NOT NULL,
    PRIMARY KEY (school_id, year, kind, member)
);
COMMENT ON TABLE {schema}.guardian_groups IS 'One row for each school, school year and group of guardians: how many they are. Written when the year begins.';
COMMENT ON COLUMN {schema}.guardian_groups.school_id IS 'The child''s school in that year.';
COMMENT ON COLUMN {schema}.guardian_groups.year IS 'School year, counted from 0.';
COMMENT ON COLUMN {schema}.guardian_groups.kind IS 'working_hours, home_access, channel, language, or level of the child''s school.';
COMMENT ON COLUMN {schema}.guardian_groups.member IS 'The group: a value of that kind; English or other for language.';
COMMENT ON COLUMN {schema}.guardian_groups.guardians IS 'Guardians.';

ALTER TABLE {schema}.marks ADD COLUMN looks int[] NOT NULL DEFAULT '{0,0,0,0}';
COMMENT ON COLUMN {schema}.marks.looks IS 'When each of the student''s guardians looked at the portal or opened a digest last, in days since 1970-01-01; 0 for never.';
UPDATE {schema}.marks AS m SET looks = ARRAY[
    coalesce(last_days[1], 0), coalesce(last_days[2], 0), coalesce(last_days[3], 0), coalesce(last_days[4], 0)]
FROM (
    SELECT student, array_agg(last_day ORDER BY place) AS last_days
    FROM (
        SELECT s.id AS student, n.place, max(v.day) - DATE '1970-01-01' AS last_day
        FROM {schema}.students AS s CROSS JOIN generate_series(0, 3) AS n (place)
        LEFT JOIN {schema}.guardian_visits AS v ON v.guardian_id = s.id * 4 + n.place
        GROUP BY s.id, n.place
    ) AS places GROUP BY student
) AS looked WHERE m.student_id = student;

INSERT INTO {schema}.guardian_groups
SELECT y.school_id, y.year, k.kind, k.member, count(*)
FROM {schema}.guardians AS g
JOIN {schema}.student_years AS y USING (student_id)
JOIN {schema}.schools AS c ON c.id = y.school_id
CROSS JOIN LATERAL (
    VALUES
        ('working_hours', g.working_hours), ('home_access', g.home_access), ('channel', g.channel), ('level', c.level),
        ('language', CASE WHEN g.language = 'en' THEN 'English' ELSE 'other' END)
) AS k (kind, member)
GROUP BY 1, 2, 3, 4;

CREATE TEMPORARY TABLE guardian_acts ON COMMIT DROP AS
WITH acts AS (
    SELECT id, day, guardian_id, CASE kind WHEN 0 THEN 'portal' ELSE 'digest' END AS act FROM {schema}.guardian_visits
    UNION ALL
    SELECT id, day, guardian_id, CASE kind WHEN 0 THEN 'message' ELSE 'letter' END FROM {schema}.messages
    UNION ALL
    SELECT id, day, guardian_id, 'delivered' FROM {schema}.messages WHERE delivered
    UNION ALL
    SELECT m.id, m.day, m.guardian_id, CASE r.kind WHEN 0 THEN 'read' ELSE 'answered' END
    FROM {schema}.messages AS m JOIN {schema}.message_receipts AS r ON r.message_id = m.id
    UNION ALL
    SELECT id, day, guardian_id, 'conference' FROM {schema}.conferences
    UNION ALL
    SELECT id, day, guardian_id, 'held' FROM {schema}.conferences WHERE held
)
SELECT
    y.school_id, y.year, a.day, date_trunc('month', a.day)::date AS month, a.guardian_id, a.act,
    a.act IN ('portal', 'digest') AND row_number() OVER (
        PARTITION BY y.student_id, y.year, date_trunc('week', a.day), a.act IN ('portal', 'digest') ORDER BY a.id) = 1 AS family_comes,
    a.act IN ('portal', 'digest') AND row_number() OVER (
        PARTITION BY a.guardian_id, y.year, date_trunc('month', a.day), a.act IN ('portal', 'digest') ORDER BY a.id) = 1 AS guardian_comes
FROM acts AS a
JOIN {schema}.school_years AS s ON a.day BETWEEN s.first_day AND s.last_day
JOIN {schema}.student_years AS y ON y.student_id = a.id >> 32 AND y.year = s.year;

INSERT INTO {schema}.guardian_day
SELECT school_id, day, count(*) FILTER (WHERE family_comes),
    count(*) FILTER (WHERE act = 'portal'), count(*) FILTER (WHERE act = 'digest'),
    count(*) FILTER (WHERE act = 'delivered'), count(*) FILTER (WHERE act = 'read'),
    count(*) FILTER (WHERE act = 'answered'), count(*) FILTER (WHERE act = 'conference'),
    count(*) FILTER (WHERE act = 'held'),
    count(*) FILTER (WHERE act = 'message'), count(*) FILTER (WHERE act = 'letter')
FROM guardian_acts GROUP BY school_id, day;

INSERT INTO {schema}.guardian_group_month
SELECT a.school_id, a.year, a.month, k.kind, k.member, count(*) FILTER (WHERE guardian_comes),
    count(*) FILTER (WHERE act = 'portal'), count(*) FILTER (WHERE act = 'digest'),
    count(*) FILTER (WHERE act = 'delivered'), count(*) FILTER (WHERE act = 'read'),
    count(*) FILTER (WHERE act = 'answered'), count(*) FILTER (WHERE act = 'conference'),
    count(*) FILTER (WHERE act = 'held')
FROM guardian_acts AS a
JOIN {schema}.guardians AS g ON g.id = a.guardian_id
JOIN {schema}.schools AS c ON c.id = a.school_id
CROSS JOIN LATERAL (
    VALUES
        ('working_hours', g.working_hours), ('home_access', g.home_access), ('channel', g.channel), ('level', c.level),
        ('language', CASE WHEN g.language = 'en' THEN 'English' ELSE 'other' END)
) AS k (kind, member)
GROUP BY 1, 2, 3, 4, 5;

DROP TABLE guardian_acts;

CREATE OR REPLACE VIEW {schema}.guardian_week AS
WITH days AS (
    SELECT
        school_id, day, visiting, portal_visits, digests_opened, messages, letters, delivered, read, answered, conferences, held
    FROM {schema}.guardian_day
    UNION ALL
    SELECT school_id, day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM {schema}.school_day
), sums AS (
    SELECT
        school_id, date_trunc('week', day)::date AS week, max(year) AS year, sum(visiting)::int AS visiting,
        sum(portal_visits)::int AS portal_visits, sum(digests_opened)::int AS digests_opened, sum(messages)::int AS messages,
        sum(letters)::int AS letters, sum(delivered)::int AS delivered, sum(read)::int AS read, sum(answered)::int AS answered,
        sum(conferences)::int AS conferences, sum(held)::int AS held
    FROM days JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
    GROUP BY school_id, date_trunc('week', day)::date
)
SELECT
    school_id, week, students, families, visiting, visiting * 1000 / nullif(families, 0) AS visiting_share, portal_visits,
    digests_opened, messages, letters, delivered, read, read * 1000 / nullif(delivered, 0) AS read_share, answered, conferences,
    held, held * 1000 / nullif(conferences, 0) AS held_share
FROM sums JOIN (
    SELECT
        school_id, year, count(*)::int AS students,
        (count(*) FILTER (WHERE EXISTS (SELECT FROM {schema}.guardians AS g WHERE g.student_id = y.student_id)))::int AS families
    FROM {schema}.student_years AS y GROUP BY school_id, year
) AS enrolled USING (school_id, year);

CREATE OR REPLACE VIEW {schema}.guardian_month AS
WITH months AS (
    SELECT
        year, date_trunc('month', day)::date AS month, (count(*) FILTER (WHERE looks > 0))::int AS days,
        (count(*) FILTER (WHERE digests > 0))::int AS sundays
    FROM (
        SELECT day, sum(looks) AS looks, sum(digests) AS digests
        FROM (
            SELECT day, 0 AS looks, 0 AS digests FROM {schema}.school_day
            UNION ALL SELECT day, portal_visits + digests_opened, digests_opened FROM {schema}.guardian_day
        ) AS seen GROUP BY day
    ) AS days JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
    GROUP BY year, date_trunc('month', day)::date
), sizes AS (
    SELECT year, kind, member, sum(guardians)::int AS guardians FROM {schema}.guardian_groups GROUP BY year, kind, member
), done AS (
    SELECT
        year, month, kind, member, sum(visiting) AS visiting, sum(portal_visits) AS portal, sum(digests_opened) AS digests,
        sum(delivered) AS delivered, sum(read) AS read, sum(answered) AS answered, sum(conferences) AS conferences, sum(held) AS held
    FROM {schema}.guardian_group_month GROUP BY year, month, kind, member
), groups AS (
    SELECT
        year, month, days, sundays, kind, member, guardians,
        coalesce(visiting * 1000 / guardians, 0)::int AS visiting,
        coalesce(div(portal * 7000, nullif(guardians::bigint * days, 0)), 0)::int AS portal_visits,
        coalesce(div(digests * 1000, nullif(guardians::bigint * sundays, 0)), 0)::int AS digests_opened,
        coalesce(delivered, 0)::int AS delivered, div(read * 1000, nullif(delivered, 0))::int AS read,
        div(answered * 1000, nullif(read, 0))::int AS answered, coalesce(conferences, 0)::int AS conferences,
        div(held * 1000, nullif(conferences, 0))::int AS held
    FROM months JOIN sizes USING (year) LEFT JOIN done USING (year, month, kind, member)
), ranked AS (
    SELECT
        *, count(*) FILTER (WHERE guardians < 10) OVER kinds AS small,
        row_number() OVER (PARTITION BY year, month, kind ORDER BY guardians, member) AS place
    FROM groups WINDOW kinds AS (PARTITION BY year, month, kind)
), hidden AS (
    SELECT *, NOT (guardians < 10 OR (small = 1 AND place = 2)) AS is_shown FROM ranked
)
SELECT
    year, month, kind, member, NOT is_shown AS suppressed, days, sundays,
    CASE WHEN is_shown THEN guardians END AS guardians,
    CASE WHEN is_shown THEN visiting END AS visiting, CASE WHEN is_shown THEN portal_visits END AS portal_visits,
    CASE WHEN is_shown THEN digests_opened END AS digests_opened, CASE WHEN is_shown THEN delivered END AS delivered,
    CASE WHEN is_shown THEN read END AS read, CASE WHEN is_shown THEN answered END AS answered,
    CASE WHEN is_shown THEN conferences END AS conferences, CASE WHEN is_shown THEN held END AS held
FROM hidden;

CREATE OR REPLACE VIEW {schema}.teacher_week AS
SELECT
    t.teacher_id, w.week, count(*)::int AS classrooms, sum(m.students)::int AS seats, sum(w.attempts)::int AS attempts,
    coalesce(sum(i.begun), 0)::int AS interventions, coalesce(sum(i.minutes), 0)::int AS minutes,
    coalesce(sum(i.messages), 0)::int AS messages, sum(t.second)::int AS co_taught
FROM (
    SELECT teacher_id, id, 0 AS second FROM {schema}.classrooms
    UNION ALL
    SELECT co_teacher_id, id, 1 FROM {schema}.classrooms WHERE co_teacher_id IS NOT NULL
) AS t
CROSS JOIN LATERAL (
    SELECT date_trunc('week', day)::date AS week, sum(attempts) AS attempts
    FROM {schema}.classroom_day AS d WHERE d.classroom_id = t.id GROUP BY 1
) AS w
CROSS JOIN LATERAL (SELECT count(*) AS students FROM {schema}.enrollments AS e WHERE e.classroom_id = t.id HAVING count(*) > 0) AS m
LEFT JOIN LATERAL (
    SELECT sum(begun) AS begun, sum(minutes) AS minutes, sum(begun) FILTER (WHERE kind = 3) AS messages
    FROM {schema}.intervention_week AS v WHERE v.classroom_id = t.id AND v.week = w.week
) AS i ON true
GROUP BY t.teacher_id, w.week;
COMMENT ON VIEW {schema}.teacher_week IS 'One row for each teacher or co-teacher and week in which a classroom of theirs was active: load and what was done about it. A classroom with two teachers is in the row of each.';
COMMENT ON COLUMN {schema}.teacher_week.teacher_id IS 'The teacher, or the second teacher of the classrooms.';
COMMENT ON COLUMN {schema}.teacher_week.co_taught IS 'Those among the classrooms in which this is the second teacher.';
