-- What guardians do, read from the activity itself: it has a few rows a family and week.

CREATE VIEW {schema}.guardian_week AS
WITH answers AS (
    SELECT message_id, (count(*) FILTER (WHERE kind = 0))::int AS read, (count(*) FILTER (WHERE kind = 1))::int AS answered
    FROM {schema}.message_receipts GROUP BY message_id
), acts AS (
    SELECT
        id >> 32 AS student, day, (kind = 0)::int AS portal, (kind = 1)::int AS digests, 0 AS messages, 0 AS letters,
        0 AS delivered, 0 AS read, 0 AS answered, 0 AS conferences, 0 AS held
    FROM {schema}.guardian_visits
    UNION ALL
    SELECT
        id >> 32, day, 0, 0, (kind = 0)::int, (kind = 1)::int, delivered::int, coalesce(read, 0), coalesce(answered, 0), 0, 0
    FROM {schema}.messages LEFT JOIN answers ON message_id = id
    UNION ALL
    SELECT id >> 32, day, 0, 0, 0, 0, 0, 0, 0, 1, held::int FROM {schema}.conferences
), families AS (
    SELECT
        student::int AS student_id, year, date_trunc('week', day)::date AS week, sum(portal) AS portal, sum(digests) AS digests,
        sum(messages) AS messages, sum(letters) AS letters, sum(delivered) AS delivered, sum(read) AS read,
        sum(answered) AS answered, sum(conferences) AS conferences, sum(held) AS held
    FROM acts JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
    GROUP BY student, year, date_trunc('week', day)::date
), weeks AS (
    SELECT
        school_id, week, year, (portal + digests > 0)::int AS visiting, portal, digests, messages, letters, delivered, read,
        answered, conferences, held
    FROM families JOIN {schema}.student_years USING (student_id, year)
    UNION ALL
    SELECT school_id, date_trunc('week', day)::date, year, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    FROM {schema}.school_day JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
), sums AS (
    SELECT
        school_id, week, max(year) AS year, sum(visiting)::int AS visiting, sum(portal)::int AS portal_visits,
        sum(digests)::int AS digests_opened, sum(messages)::int AS messages, sum(letters)::int AS letters,
        sum(delivered)::int AS delivered, sum(read)::int AS read, sum(answered)::int AS answered,
        sum(conferences)::int AS conferences, sum(held)::int AS held
    FROM weeks GROUP BY school_id, week
)
SELECT
    school_id, week, students, families, visiting, visiting * 1000 / nullif(families, 0) AS visiting_share, portal_visits,
    digests_opened, messages, letters, delivered, read, read * 1000 / nullif(delivered, 0) AS read_share, answered, conferences,
    held, held * 1000 / nullif(conferences, 0) AS held_share
FROM sums JOIN (
    SELECT school_id, year, count(*)::int AS students, count(guardian)::int AS families
    FROM {schema}.student_years AS y
    LEFT JOIN (SELECT student_id, min(id) AS guardian FROM {schema}.guardians GROUP BY student_id) AS g USING (student_id)
    GROUP BY school_id, year
) AS enrolled USING (school_id, year);
COMMENT ON VIEW {schema}.guardian_week IS 'One row for each school and week with activity of students or guardians: what families saw of their children''s work, and what came of messages and conferences.';
COMMENT ON COLUMN {schema}.guardian_week.school_id IS 'The school.';
COMMENT ON COLUMN {schema}.guardian_week.week IS 'Monday of the week.';
COMMENT ON COLUMN {schema}.guardian_week.students IS 'Students of the school in that school year.';
COMMENT ON COLUMN {schema}.guardian_week.families IS 'Those among them with a guardian.';
COMMENT ON COLUMN {schema}.guardian_week.visiting IS 'Families of whom a guardian looked at the portal or opened a digest.';
COMMENT ON COLUMN {schema}.guardian_week.visiting_share IS 'visiting / families, in permille.';
COMMENT ON COLUMN {schema}.guardian_week.portal_visits IS 'Looks at the portal.';
COMMENT ON COLUMN {schema}.guardian_week.digests_opened IS 'Weekly digests opened.';
COMMENT ON COLUMN {schema}.guardian_week.messages IS 'Teachers'' messages sent.';
COMMENT ON COLUMN {schema}.guardian_week.letters IS 'The school''s letters on absences sent.';
COMMENT ON COLUMN {schema}.guardian_week.delivered IS 'Messages and letters of the week that arrived.';
COMMENT ON COLUMN {schema}.guardian_week.read IS 'Those among them that were read, so far.';
COMMENT ON COLUMN {schema}.guardian_week.read_share IS 'read / delivered, in permille; none when nothing arrived.';
COMMENT ON COLUMN {schema}.guardian_week.answered IS 'Those among them that were answered.';
COMMENT ON COLUMN {schema}.guardian_week.conferences IS 'Conferences to which guardians were asked.';
COMMENT ON COLUMN {schema}.guardian_week.held IS 'Those among them that were held.';
COMMENT ON COLUMN {schema}.guardian_week.held_share IS 'held / conferences, in permille; none in a week without one.';

CREATE VIEW {schema}.guardian_month AS
WITH answers AS (
    SELECT message_id, (count(*) FILTER (WHERE kind = 0))::int AS read, (count(*) FILTER (WHERE kind = 1))::int AS answered
    FROM {schema}.message_receipts GROUP BY message_id
), acts AS (
    SELECT
        guardian_id, day, (kind = 0)::int AS portal, (kind = 1)::int AS digests, 0 AS delivered, 0 AS read, 0 AS answered,
        0 AS conferences, 0 AS held
    FROM {schema}.guardian_visits
    UNION ALL
    SELECT guardian_id, day, 0, 0, delivered::int, coalesce(read, 0), coalesce(answered, 0), 0, 0
    FROM {schema}.messages LEFT JOIN answers ON message_id = id
    UNION ALL
    SELECT guardian_id, day, 0, 0, 0, 0, 0, 1, held::int FROM {schema}.conferences
), own AS (
    SELECT
        guardian_id, year, date_trunc('month', day)::date AS month, sum(portal) AS portal, sum(digests) AS digests,
        sum(delivered) AS delivered, sum(read) AS read, sum(answered) AS answered, sum(conferences) AS conferences, sum(held) AS held
    FROM acts JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
    GROUP BY guardian_id, year, date_trunc('month', day)::date
), months AS (
    SELECT
        year, date_trunc('month', day)::date AS month, (count(DISTINCT day) FILTER (WHERE kind IS NOT NULL))::int AS days,
        (count(DISTINCT day) FILTER (WHERE kind = 1))::int AS sundays
    FROM (
        SELECT day, NULL::smallint AS kind FROM {schema}.school_day
        UNION ALL SELECT DISTINCT day, kind FROM {schema}.guardian_visits
    ) AS seen JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
    GROUP BY year, date_trunc('month', day)::date
), members AS (
    SELECT
        g.id AS guardian_id, y.year, g.working_hours, g.home_access, g.channel, c.level,
        CASE WHEN g.language = 'en' THEN 'English' ELSE 'other' END AS language
    FROM {schema}.guardians AS g
    JOIN {schema}.student_years AS y USING (student_id)
    JOIN {schema}.schools AS c ON c.id = y.school_id
), groups AS (
    SELECT
        year, month, days, sundays,
        CASE WHEN grouping(working_hours) = 0 THEN 'working_hours' WHEN grouping(home_access) = 0 THEN 'home_access'
            WHEN grouping(channel) = 0 THEN 'channel' WHEN grouping(language) = 0 THEN 'language' ELSE 'level' END AS kind,
        coalesce(working_hours, home_access, channel, language, level) AS member, count(*)::int AS guardians,
        (count(*) FILTER (WHERE portal + digests > 0) * 1000 / count(*))::int AS visiting,
        coalesce(div(sum(portal) * 7000, nullif(count(*) * days, 0)), 0)::int AS portal_visits,
        coalesce(div(sum(digests) * 1000, nullif(count(*) * sundays, 0)), 0)::int AS digests_opened,
        coalesce(sum(delivered), 0)::int AS delivered, div(sum(read) * 1000, nullif(sum(delivered), 0))::int AS read,
        div(sum(answered) * 1000, nullif(sum(read), 0))::int AS answered, coalesce(sum(conferences), 0)::int AS conferences,
        div(sum(held) * 1000, nullif(sum(conferences), 0))::int AS held
    FROM months JOIN members USING (year) LEFT JOIN own USING (guardian_id, year, month)
    GROUP BY year, month, days, sundays, GROUPING SETS (working_hours, home_access, channel, language, level)
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
COMMENT ON VIEW {schema}.guardian_month IS 'One row for each school year, month with activity and group of guardians: who is reached, and how that declines. Figures of groups under ten guardians are not shown; where only one group of its kind is so small, those of the next smallest are not shown either, or they would follow from the whole.';
COMMENT ON COLUMN {schema}.guardian_month.year IS 'School year, counted from 0.';
COMMENT ON COLUMN {schema}.guardian_month.month IS 'First day of the month.';
COMMENT ON COLUMN {schema}.guardian_month.kind IS 'working_hours, home_access, channel, language, or level of the child''s school.';
COMMENT ON COLUMN {schema}.guardian_month.member IS 'The group: a value of that kind; English or other for language.';
COMMENT ON COLUMN {schema}.guardian_month.suppressed IS 'Whether its figures are not shown.';
COMMENT ON COLUMN {schema}.guardian_month.days IS 'Days of the month on which any guardian of the world looked at the portal or opened a digest.';
COMMENT ON COLUMN {schema}.guardian_month.sundays IS 'Sundays of the month on which any opened a digest: there is none in the holidays.';
COMMENT ON COLUMN {schema}.guardian_month.guardians IS 'Guardians of that year''s students, those who do nothing included.';
COMMENT ON COLUMN {schema}.guardian_month.visiting IS 'Those who looked at the portal or opened a digest in the month, in permille of guardians.';
COMMENT ON COLUMN {schema}.guardian_month.portal_visits IS 'Looks at the portal for a thousand guardians and seven of days, so that months of any length compare.';
COMMENT ON COLUMN {schema}.guardian_month.digests_opened IS 'Digests opened for a thousand guardians and each of sundays.';
COMMENT ON COLUMN {schema}.guardian_month.delivered IS 'Messages and letters of the month that arrived.';
COMMENT ON COLUMN {schema}.guardian_month.read IS 'Those among them that were read, in permille; none when nothing arrived.';
COMMENT ON COLUMN {schema}.guardian_month.answered IS 'Answers, in permille of what was read; none when nothing was.';
COMMENT ON COLUMN {schema}.guardian_month.conferences IS 'Conferences of the month to which they were asked.';
COMMENT ON COLUMN {schema}.guardian_month.held IS 'Those among them that were held, in permille; none in a month without one.';
