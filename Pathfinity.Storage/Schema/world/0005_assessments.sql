-- Tests, and the career scenarios by which work was told.

CREATE TABLE {schema}.assessments (
    id             bigint NOT NULL,
    retake_of      bigint,
    started_at     timestamptz(3) NOT NULL,
    ended_at       timestamptz(3) NOT NULL,
    day            date NOT NULL,
    classroom_id   int NOT NULL,
    skill_id       int,
    kind           smallint NOT NULL,
    subject        smallint NOT NULL,
    window_number  smallint NOT NULL,
    items          smallint NOT NULL,
    correct        smallint NOT NULL,
    score          smallint NOT NULL,
    standard_error smallint NOT NULL
) PARTITION BY RANGE (day);
COMMENT ON TABLE {schema}.assessments IS 'One row for each test taken: diagnostics, unit checks and benchmarks. Their questions are not logged one by one.';
COMMENT ON COLUMN {schema}.assessments.id IS 'student << 32 | sequence number of the activity itself.';
COMMENT ON COLUMN {schema}.assessments.retake_of IS 'The test that this one repeats, or none.';
COMMENT ON COLUMN {schema}.assessments.started_at IS 'When it began.';
COMMENT ON COLUMN {schema}.assessments.ended_at IS 'When it ended.';
COMMENT ON COLUMN {schema}.assessments.day IS 'School day, from 04:00 to 04:00 in the school''s zone.';
COMMENT ON COLUMN {schema}.assessments.classroom_id IS 'The student''s classroom of the subject.';
COMMENT ON COLUMN {schema}.assessments.skill_id IS 'First skill of the unit that was checked; none for a test of the whole grade.';
COMMENT ON COLUMN {schema}.assessments.kind IS '0 diagnostic at the start of a year, 1 unit check, 2 benchmark.';
COMMENT ON COLUMN {schema}.assessments.subject IS '0 math, 1 ela, 2 science, 3 social.';
COMMENT ON COLUMN {schema}.assessments.window_number IS 'Benchmark: 1 autumn, 2 winter, 3 spring. Unit check: the unit, from 1. Else 0.';
COMMENT ON COLUMN {schema}.assessments.items IS 'Questions in it.';
COMMENT ON COLUMN {schema}.assessments.correct IS 'Right ones among them.';
COMMENT ON COLUMN {schema}.assessments.score IS 'In tenths: of points of the scale that spans all grades for a benchmark, else of percent right.';
COMMENT ON COLUMN {schema}.assessments.standard_error IS 'Of the score, in tenths.';

ALTER TABLE {schema}.visits ADD COLUMN scenario_id int;
COMMENT ON COLUMN {schema}.visits.scenario_id IS 'Career scenario by which the work was told, its number in the catalogue; none in Learn.';
ALTER TABLE {schema}.career_explorations ADD COLUMN scenario_id int;
COMMENT ON COLUMN {schema}.career_explorations.scenario_id IS 'The last career scenario that told of the career, its number in the catalogue, or none.';

CREATE OR REPLACE FUNCTION {schema}.add_month(first_day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    activity record;
    own text;
BEGIN
    FOR activity IN SELECT * FROM (VALUES
        ('attendance', NULL), ('journeys', NULL), ('sessions', 'started_at'), ('visits', NULL),
        ('attempts', 'answered_at'), ('career_explorations', NULL), ('assessments', NULL)) AS tables (name, instant)
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
