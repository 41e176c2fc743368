-- Activity, partitioned by month of its day. Wide columns come first, so that none needs padding. The keys (id) and the
-- indexes on instants are made with each partition.

CREATE TABLE {schema}.attendance (
    id     bigint NOT NULL,
    at     timestamptz(3) NOT NULL,
    day    date NOT NULL,
    status smallint NOT NULL,
    reason smallint NOT NULL
) PARTITION BY RANGE (day);
COMMENT ON TABLE {schema}.attendance IS 'One row for each student and school day.';
COMMENT ON COLUMN {schema}.attendance.id IS 'student << 32 | sequence number of the activity that took it.';
COMMENT ON COLUMN {schema}.attendance.at IS 'When it was taken.';
COMMENT ON COLUMN {schema}.attendance.day IS 'School day, from 04:00 to 04:00 in the school''s zone.';
COMMENT ON COLUMN {schema}.attendance.status IS '0 present, 1 absent, 2 tardy.';
COMMENT ON COLUMN {schema}.attendance.reason IS '0 none, 1 illness, 2 family, 3 transport, 4 unexcused.';

CREATE TABLE {schema}.journeys (
    id            bigint NOT NULL,
    started_at    timestamptz(3) NOT NULL,
    ended_at      timestamptz(3) NOT NULL,
    day           date NOT NULL,
    end_sequence  int NOT NULL,
    career_id     int NOT NULL,
    list_position smallint NOT NULL,
    companion     smallint NOT NULL,
    completed     boolean NOT NULL
) PARTITION BY RANGE (day);
COMMENT ON TABLE {schema}.journeys IS 'One row for each student and day with work, written when the journey ends.';
COMMENT ON COLUMN {schema}.journeys.id IS 'student << 32 | sequence number of the activity that began it.';
COMMENT ON COLUMN {schema}.journeys.started_at IS 'When it began.';
COMMENT ON COLUMN {schema}.journeys.ended_at IS 'When it ended.';
COMMENT ON COLUMN {schema}.journeys.day IS 'School day, from 04:00 to 04:00 in the school''s zone.';
COMMENT ON COLUMN {schema}.journeys.end_sequence IS 'Sequence number of the activity that ended it.';
COMMENT ON COLUMN {schema}.journeys.career_id IS 'Career of the day: its number in the catalogue.';
COMMENT ON COLUMN {schema}.journeys.list_position IS 'Where the career stood in the list shown: 0 to 2 recommended, above that browsed.';
COMMENT ON COLUMN {schema}.journeys.companion IS '0 Finn, 1 Sage, 2 Spark, 3 Harmony.';
COMMENT ON COLUMN {schema}.journeys.completed IS 'Whether every step was done.';

CREATE TABLE {schema}.sessions (
    id           bigint NOT NULL,
    started_at   timestamptz(3) NOT NULL,
    ended_at     timestamptz(3) NOT NULL,
    day          date NOT NULL,
    end_sequence int NOT NULL,
    classroom_id int,
    place        smallint NOT NULL,
    device       smallint NOT NULL,
    attempts     smallint NOT NULL,
    correct      smallint NOT NULL
) PARTITION BY RANGE (day);
COMMENT ON TABLE {schema}.sessions IS 'One row for each sitting, written when it ends.';
COMMENT ON COLUMN {schema}.sessions.id IS 'student << 32 | sequence number of the activity that began it.';
COMMENT ON COLUMN {schema}.sessions.started_at IS 'When it began.';
COMMENT ON COLUMN {schema}.sessions.ended_at IS 'When it ended.';
COMMENT ON COLUMN {schema}.sessions.day IS 'School day, from 04:00 to 04:00 in the school''s zone.';
COMMENT ON COLUMN {schema}.sessions.end_sequence IS 'Sequence number of the activity that ended it.';
COMMENT ON COLUMN {schema}.sessions.classroom_id IS 'Where it was; none at home.';
COMMENT ON COLUMN {schema}.sessions.place IS '0 school, 1 home.';
COMMENT ON COLUMN {schema}.sessions.device IS '0 tablet, 1 chromebook, 2 laptop, 3 phone.';
COMMENT ON COLUMN {schema}.sessions.attempts IS 'Attempts in it.';
COMMENT ON COLUMN {schema}.sessions.correct IS 'Right ones among them.';

CREATE TABLE {schema}.visits (
    id           bigint NOT NULL,
    journey_id   bigint NOT NULL,
    started_at   timestamptz(3) NOT NULL,
    ended_at     timestamptz(3) NOT NULL,
    day          date NOT NULL,
    end_sequence int NOT NULL,
    classroom_id int NOT NULL,
    skill_id     int NOT NULL,
    item_id      int NOT NULL,
    container    smallint NOT NULL,
    subject      smallint NOT NULL,
    fit          smallint NOT NULL,
    attempts     smallint NOT NULL,
    correct      smallint NOT NULL,
    completed    boolean NOT NULL
) PARTITION BY RANGE (day);
COMMENT ON TABLE {schema}.visits IS 'One row for each journey, container and subject, written when the visit ends.';
COMMENT ON COLUMN {schema}.visits.id IS 'student << 32 | sequence number of the activity that began it.';
COMMENT ON COLUMN {schema}.visits.journey_id IS 'Its journey.';
COMMENT ON COLUMN {schema}.visits.started_at IS 'When it began.';
COMMENT ON COLUMN {schema}.visits.ended_at IS 'When it ended.';
COMMENT ON COLUMN {schema}.visits.day IS 'School day, from 04:00 to 04:00 in the school''s zone.';
COMMENT ON COLUMN {schema}.visits.end_sequence IS 'Sequence number of the activity that ended it.';
COMMENT ON COLUMN {schema}.visits.classroom_id IS 'The student''s classroom of the subject, also for work at home.';
COMMENT ON COLUMN {schema}.visits.skill_id IS 'Skill: its number in the catalogue.';
COMMENT ON COLUMN {schema}.visits.item_id IS 'Content item: its number in the catalogue.';
COMMENT ON COLUMN {schema}.visits.container IS '0 Learn, 1 Experience, 2 Discover.';
COMMENT ON COLUMN {schema}.visits.subject IS '0 math, 1 ela, 2 science, 3 social.';
COMMENT ON COLUMN {schema}.visits.fit IS 'Why the item was chosen for the career: 0 its work context, 1 its cluster, 2 none of them.';
COMMENT ON COLUMN {schema}.visits.attempts IS 'Attempts in it.';
COMMENT ON COLUMN {schema}.visits.correct IS 'Right ones among them.';
COMMENT ON COLUMN {schema}.visits.completed IS 'Whether it was brought to its end.';

CREATE TABLE {schema}.attempts (
    id           bigint NOT NULL,
    session_id   bigint NOT NULL,
    visit_id     bigint NOT NULL,
    answered_at  timestamptz(3) NOT NULL,
    day          date NOT NULL,
    classroom_id int NOT NULL,
    question_id  int NOT NULL,
    skill_id     int NOT NULL,
    response_ms  int NOT NULL,
    opportunity  smallint NOT NULL,
    response     smallint NOT NULL,
    hints        smallint NOT NULL,
    mastery      smallint NOT NULL,
    flags        smallint NOT NULL,
    correct      boolean NOT NULL
) PARTITION BY RANGE (day);
COMMENT ON TABLE {schema}.attempts IS 'One row for each question answered.';
COMMENT ON COLUMN {schema}.attempts.id IS 'student << 32 | sequence number of the activity itself.';
COMMENT ON COLUMN {schema}.attempts.session_id IS 'The sitting.';
COMMENT ON COLUMN {schema}.attempts.visit_id IS 'The visit.';
COMMENT ON COLUMN {schema}.attempts.answered_at IS 'When it was answered.';
COMMENT ON COLUMN {schema}.attempts.day IS 'School day, from 04:00 to 04:00 in the school''s zone.';
COMMENT ON COLUMN {schema}.attempts.classroom_id IS 'The student''s classroom of the subject, also for work at home.';
COMMENT ON COLUMN {schema}.attempts.question_id IS 'Question: its number in the catalogue.';
COMMENT ON COLUMN {schema}.attempts.skill_id IS 'Skill: its number in the catalogue.';
COMMENT ON COLUMN {schema}.attempts.response_ms IS 'From showing the question to the answer, in milliseconds.';
COMMENT ON COLUMN {schema}.attempts.opportunity IS 'How many times the student had now met the skill, from 1.';
COMMENT ON COLUMN {schema}.attempts.response IS '0 the right response, 1, 2, ... the question''s wrong responses, 255 another.';
COMMENT ON COLUMN {schema}.attempts.hints IS 'Hints taken.';
COMMENT ON COLUMN {schema}.attempts.mastery IS 'Estimate of the skill after the attempt, in permille.';
COMMENT ON COLUMN {schema}.attempts.flags IS 'Bits: 2 assessment, 4 with it the skill became mastered, 8 with it three right in a row.';
COMMENT ON COLUMN {schema}.attempts.correct IS 'Whether it scored.';

CREATE TABLE {schema}.career_explorations (
    id              bigint NOT NULL,
    journey_id      bigint NOT NULL,
    at              timestamptz(3) NOT NULL,
    day             date NOT NULL,
    career_id       int NOT NULL,
    item_id         int,
    minutes         smallint NOT NULL,
    interest_before smallint NOT NULL,
    interest_after  smallint NOT NULL
) PARTITION BY RANGE (day);
COMMENT ON TABLE {schema}.career_explorations IS 'One row for each day on which work told a student of a career.';
COMMENT ON COLUMN {schema}.career_explorations.id IS 'student << 32 | sequence number of the activity itself.';
COMMENT ON COLUMN {schema}.career_explorations.journey_id IS 'Its journey.';
COMMENT ON COLUMN {schema}.career_explorations.at IS 'When.';
COMMENT ON COLUMN {schema}.career_explorations.day IS 'School day, from 04:00 to 04:00 in the school''s zone.';
COMMENT ON COLUMN {schema}.career_explorations.career_id IS 'Career: its number in the catalogue.';
COMMENT ON COLUMN {schema}.career_explorations.item_id IS 'The Discover item that told of it; none when the day did not come so far.';
COMMENT ON COLUMN {schema}.career_explorations.minutes IS 'Time spent on it.';
COMMENT ON COLUMN {schema}.career_explorations.interest_before IS 'How well the career fitted the student''s interests, in permille.';
COMMENT ON COLUMN {schema}.career_explorations.interest_after IS 'The same after the work, in permille.';

-- Makes the partitions of a month, with their keys and indexes; again changes nothing. A partition is made apart and then
-- attached, which locks out nobody who reads or writes the others.
CREATE FUNCTION {schema}.add_month(first_day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    activity record;
    own text;
BEGIN
    FOR activity IN SELECT * FROM (VALUES
        ('attendance', NULL), ('journeys', NULL), ('sessions', 'started_at'), ('visits', NULL),
        ('attempts', 'answered_at'), ('career_explorations', NULL)) AS tables (name, instant)
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
