-- What teachers decide of an evening reaches a student at the next dawn: its begin and its end are activities of the student.

CREATE TABLE {schema}.interventions (
    id           bigint NOT NULL,
    at           timestamptz(3) NOT NULL,
    day          date NOT NULL,
    due_day      date NOT NULL,
    classroom_id int NOT NULL,
    number       int NOT NULL,
    skill_id     int,
    kind         smallint NOT NULL,
    trigger      smallint NOT NULL,
    minutes      smallint NOT NULL,
    mastery      smallint NOT NULL
) PARTITION BY RANGE (day);
COMMENT ON TABLE {schema}.interventions IS 'One row for each thing that a teacher asked of a student or did for one.';
COMMENT ON COLUMN {schema}.interventions.id IS 'student << 32 | sequence number of the activity itself.';
COMMENT ON COLUMN {schema}.interventions.at IS 'When it reached the student.';
COMMENT ON COLUMN {schema}.interventions.day IS 'Day on which it began, from 04:00 to 04:00 in the school''s zone.';
COMMENT ON COLUMN {schema}.interventions.due_day IS 'The last day on which it may be done.';
COMMENT ON COLUMN {schema}.interventions.classroom_id IS 'Classroom whose teacher decided it.';
COMMENT ON COLUMN {schema}.interventions.number IS 'Running number of the classroom''s decision.';
COMMENT ON COLUMN {schema}.interventions.skill_id IS 'Skill that it is about: its number in the catalogue; or none.';
COMMENT ON COLUMN {schema}.interventions.kind IS '0 assignment, 1 small group, 2 tutoring, 3 message home, 4 praise, 5 move on.';
COMMENT ON COLUMN {schema}.interventions.trigger IS 'What the teacher saw: 0 struggle, 1 wheel-spinning, 2 a gap of several students, 3 idleness, 4 absence, 5 success.';
COMMENT ON COLUMN {schema}.interventions.minutes IS 'Time of the teacher that it takes in all.';
COMMENT ON COLUMN {schema}.interventions.mastery IS 'Estimate of the skill when it began, in permille; 0 without a skill.';

CREATE TABLE {schema}.intervention_outcomes (
    id              bigint NOT NULL,
    intervention_id bigint NOT NULL,
    at              timestamptz(3) NOT NULL,
    day             date NOT NULL,
    outcome         smallint NOT NULL,
    lessons         smallint NOT NULL,
    mastery         smallint NOT NULL
) PARTITION BY RANGE (day);
COMMENT ON TABLE {schema}.intervention_outcomes IS 'One row for each intervention that has ended.';
COMMENT ON COLUMN {schema}.intervention_outcomes.id IS 'student << 32 | sequence number of the activity itself.';
COMMENT ON COLUMN {schema}.intervention_outcomes.intervention_id IS 'The intervention.';
COMMENT ON COLUMN {schema}.intervention_outcomes.at IS 'When it ended.';
COMMENT ON COLUMN {schema}.intervention_outcomes.day IS 'Day on which it ended, from 04:00 to 04:00 in the school''s zone.';
COMMENT ON COLUMN {schema}.intervention_outcomes.outcome IS '0 completed, 1 unfinished when it was due, 2 displaced by others and never begun.';
COMMENT ON COLUMN {schema}.intervention_outcomes.lessons IS 'Lessons that were held.';
COMMENT ON COLUMN {schema}.intervention_outcomes.mastery IS 'Estimate of the skill when it ended, in permille; 0 without a skill.';

CREATE OR REPLACE FUNCTION {schema}.add_month(first_day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    activity record;
    own text;
BEGIN
    FOR activity IN SELECT * FROM (VALUES
        ('attendance', NULL), ('journeys', NULL), ('sessions', 'started_at'), ('visits', NULL),
        ('attempts', 'answered_at'), ('career_explorations', NULL), ('assessments', NULL),
        ('interventions', NULL), ('intervention_outcomes', NULL)) AS tables (name, instant)
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
