-- Guardians: how they can be reached, what they look at, what reaches them. All of it is activity of their child's day.

ALTER TABLE {schema}.guardians
    ADD COLUMN language text NOT NULL DEFAULT 'en',
    ADD COLUMN channel text NOT NULL DEFAULT 'email' CHECK (channel IN ('email', 'text', 'app', 'mail')),
    ADD COLUMN working_hours text NOT NULL DEFAULT 'day' CHECK (working_hours IN ('day', 'shifts', 'irregular', 'home')),
    ADD COLUMN home_access text NOT NULL DEFAULT 'broadband' CHECK (home_access IN ('broadband', 'phone', 'none'));
COMMENT ON COLUMN {schema}.guardians.language IS 'BCP 47 tag of the language in which the guardian is written to.';
COMMENT ON COLUMN {schema}.guardians.channel IS 'How teachers'' messages are sent: email, text, app or mail.';
COMMENT ON COLUMN {schema}.guardians.working_hours IS 'When work leaves time: day, shifts, irregular, or home (no paid work, or at home).';
COMMENT ON COLUMN {schema}.guardians.home_access IS 'How the home is connected: broadband, phone or none.';

CREATE TABLE {schema}.guardian_visits (
    id          bigint NOT NULL,
    at          timestamptz(3) NOT NULL,
    day         date NOT NULL,
    guardian_id int NOT NULL,
    kind        smallint NOT NULL,
    seconds     smallint NOT NULL
) PARTITION BY RANGE (day);
COMMENT ON TABLE {schema}.guardian_visits IS 'One row for each time that a guardian looked at a child''s work: at the portal, or in the weekly digest.';
COMMENT ON COLUMN {schema}.guardian_visits.id IS 'student << 32 | sequence number of the activity itself; the student is the child.';
COMMENT ON COLUMN {schema}.guardian_visits.at IS 'When.';
COMMENT ON COLUMN {schema}.guardian_visits.day IS 'Day, from 04:00 to 04:00 in the school''s zone.';
COMMENT ON COLUMN {schema}.guardian_visits.guardian_id IS 'Who looked.';
COMMENT ON COLUMN {schema}.guardian_visits.kind IS '0 portal, 1 weekly digest opened.';
COMMENT ON COLUMN {schema}.guardian_visits.seconds IS 'For how long.';

CREATE TABLE {schema}.messages (
    id              bigint NOT NULL,
    intervention_id bigint,
    at              timestamptz(3) NOT NULL,
    day             date NOT NULL,
    guardian_id     int NOT NULL,
    classroom_id    int,
    kind            smallint NOT NULL,
    channel         smallint NOT NULL,
    absences        smallint NOT NULL,
    delivered       boolean NOT NULL
) PARTITION BY RANGE (day);
COMMENT ON TABLE {schema}.messages IS 'One row for each message to a guardian: teachers'' messages and the school''s letters on absences.';
COMMENT ON COLUMN {schema}.messages.id IS 'student << 32 | sequence number of the activity itself; the student is the child.';
COMMENT ON COLUMN {schema}.messages.intervention_id IS 'The intervention by which a teacher wrote; none for a letter.';
COMMENT ON COLUMN {schema}.messages.at IS 'When it was sent.';
COMMENT ON COLUMN {schema}.messages.day IS 'Day, from 04:00 to 04:00 in the school''s zone.';
COMMENT ON COLUMN {schema}.messages.guardian_id IS 'To whom.';
COMMENT ON COLUMN {schema}.messages.classroom_id IS 'Classroom whose teacher wrote; none for a letter.';
COMMENT ON COLUMN {schema}.messages.kind IS '0 a teacher''s message, 1 the school''s letter on absences.';
COMMENT ON COLUMN {schema}.messages.channel IS '0 email, 1 text, 2 app, 3 mail.';
COMMENT ON COLUMN {schema}.messages.absences IS 'Absences of the school year that a letter tells of; 0 for others.';
COMMENT ON COLUMN {schema}.messages.delivered IS 'Whether it arrived: some addresses are out of date.';

CREATE TABLE {schema}.message_receipts (
    id          bigint NOT NULL,
    message_id  bigint NOT NULL,
    at          timestamptz(3) NOT NULL,
    day         date NOT NULL,
    guardian_id int NOT NULL,
    kind        smallint NOT NULL
) PARTITION BY RANGE (day);
COMMENT ON TABLE {schema}.message_receipts IS 'One row for each message that was read, and one for each that was answered; a message without one was never read.';
COMMENT ON COLUMN {schema}.message_receipts.id IS 'student << 32 | sequence number of the activity itself; the student is the child.';
COMMENT ON COLUMN {schema}.message_receipts.message_id IS 'The message.';
COMMENT ON COLUMN {schema}.message_receipts.at IS 'When.';
COMMENT ON COLUMN {schema}.message_receipts.day IS 'Day, from 04:00 to 04:00 in the school''s zone.';
COMMENT ON COLUMN {schema}.message_receipts.guardian_id IS 'Who read or answered it.';
COMMENT ON COLUMN {schema}.message_receipts.kind IS '0 read, 1 answered.';

CREATE TABLE {schema}.conferences (
    id            bigint NOT NULL,
    started_at    timestamptz(3) NOT NULL,
    ended_at      timestamptz(3) NOT NULL,
    day           date NOT NULL,
    guardian_id   int NOT NULL,
    classroom_id  int NOT NULL,
    window_number smallint NOT NULL,
    held          boolean NOT NULL
) PARTITION BY RANGE (day);
COMMENT ON TABLE {schema}.conferences IS 'One row for each talk of teacher and guardian, held or missed: one a student in autumn and one in spring.';
COMMENT ON COLUMN {schema}.conferences.id IS 'student << 32 | sequence number of the activity itself; the student is the child.';
COMMENT ON COLUMN {schema}.conferences.started_at IS 'Begin of the time that was kept for it.';
COMMENT ON COLUMN {schema}.conferences.ended_at IS 'End of that time.';
COMMENT ON COLUMN {schema}.conferences.day IS 'School day, from 04:00 to 04:00 in the school''s zone.';
COMMENT ON COLUMN {schema}.conferences.guardian_id IS 'Who was asked to come.';
COMMENT ON COLUMN {schema}.conferences.classroom_id IS 'Classroom whose teacher asked.';
COMMENT ON COLUMN {schema}.conferences.window_number IS '1 autumn, 2 spring.';
COMMENT ON COLUMN {schema}.conferences.held IS 'Whether the guardian came.';

CREATE OR REPLACE FUNCTION {schema}.add_month(first_day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    activity record;
    own text;
BEGIN
    FOR activity IN SELECT * FROM (VALUES
        ('attendance', NULL), ('journeys', NULL), ('sessions', 'started_at'), ('visits', NULL),
        ('attempts', 'answered_at'), ('career_explorations', NULL), ('assessments', NULL),
        ('interventions', NULL), ('intervention_outcomes', NULL), ('guardian_visits', NULL), ('messages', NULL),
        ('message_receipts', NULL), ('conferences', NULL)) AS tables (name, instant)
    LOOP
        own := activity.name || to_char(first_day, '_YYYY_MM');
        CONTINUE WHEN to_regclass(format('%I.%I', '{name}', own)) IS NOT NULL;
        EXECUTE format('CREATE TABLE %1$I.%2$I (LIKE %1$I.%3$I)', '{name}', own, activity.name);
        EXECUTE format('ALTER TABLE %I.%I ADD PRIMARY KEY (id)', '{name}', own);
        IF activity.instant IS NOT NULL THEN
            EXECUTE format(
                'CREATE INDEX ON %I.%I USING brin (%I) WITH (pages_per_range = 32)',
                '{name}', own, activity.instant);
        END IF;
        EXECUTE format(
            'ALTER TABLE %1$I.%2$I ATTACH PARTITION %1$I.%3$I FOR VALUES FROM (%4$L) TO (%5$L)',
            '{name}', activity.name, own, first_day, (first_day + interval '1 month')::date);
    END LOOP;
END
$$;
