-- What a school writes down of its students, and the days on which substitutes take classes.

CREATE TABLE {schema}.report_cards (
    id           bigint NOT NULL,
    at           timestamptz(3) NOT NULL,
    day          date NOT NULL,
    from_day     date NOT NULL,
    classroom_id int NOT NULL,
    attempts     int NOT NULL,
    correct      int NOT NULL,
    checks_score int NOT NULL,
    subject      smallint NOT NULL,
    term         smallint NOT NULL,
    checks       smallint NOT NULL,
    benchmark    smallint NOT NULL,
    norm         smallint NOT NULL,
    grade        smallint NOT NULL
) PARTITION BY RANGE (day);
COMMENT ON TABLE {schema}.report_cards IS 'One row for each student, subject and term with work. The grade follows from its parts: practice (weight 40) is 500 + 500 * correct / attempts; unit checks (40) 400 + 6 * checks_score / (10 * checks); benchmark (20) 800 + 2 * (benchmark - norm) / 3, from 400 to 1000; parts that are missing have no weight; all divisions are of whole numbers.';
COMMENT ON COLUMN {schema}.report_cards.id IS 'student << 32 | sequence number of the activity itself.';
COMMENT ON COLUMN {schema}.report_cards.at IS 'When it was posted.';
COMMENT ON COLUMN {schema}.report_cards.day IS 'The term''s last day, a Thursday, from 04:00 to 04:00 in the school''s zone.';
COMMENT ON COLUMN {schema}.report_cards.from_day IS 'The first day that counts.';
COMMENT ON COLUMN {schema}.report_cards.classroom_id IS 'The student''s classroom of the subject.';
COMMENT ON COLUMN {schema}.report_cards.attempts IS 'Attempts in the subject, from_day to day.';
COMMENT ON COLUMN {schema}.report_cards.correct IS 'Right ones among them.';
COMMENT ON COLUMN {schema}.report_cards.checks_score IS 'Sum of the unit checks'' scores, in tenths of percent.';
COMMENT ON COLUMN {schema}.report_cards.subject IS '0 math, 1 ela, 2 science, 3 social.';
COMMENT ON COLUMN {schema}.report_cards.term IS '1 to 4.';
COMMENT ON COLUMN {schema}.report_cards.checks IS 'Unit checks taken.';
COMMENT ON COLUMN {schema}.report_cards.benchmark IS 'Score of the term''s last benchmark, in tenths of points; 0 for none.';
COMMENT ON COLUMN {schema}.report_cards.norm IS 'Mean of the grade on that scale when it was taken, in tenths of points; 0 for none.';
COMMENT ON COLUMN {schema}.report_cards.grade IS 'In tenths of percent: A from 900, B from 800, C from 700, D from 600, else F.';

CREATE TABLE {schema}.behaviour_referrals (
    id           bigint NOT NULL,
    at           timestamptz(3) NOT NULL,
    day          date NOT NULL,
    classroom_id int NOT NULL,
    kind         smallint NOT NULL,
    action       smallint NOT NULL
) PARTITION BY RANGE (day);
COMMENT ON TABLE {schema}.behaviour_referrals IS 'One row for each referral of a student to the office. No label of a student has a part in it.';
COMMENT ON COLUMN {schema}.behaviour_referrals.id IS 'student << 32 | sequence number of the activity itself.';
COMMENT ON COLUMN {schema}.behaviour_referrals.at IS 'When it was written.';
COMMENT ON COLUMN {schema}.behaviour_referrals.day IS 'School day, from 04:00 to 04:00 in the school''s zone.';
COMMENT ON COLUMN {schema}.behaviour_referrals.classroom_id IS 'Classroom whose teacher referred the student.';
COMMENT ON COLUMN {schema}.behaviour_referrals.kind IS '0 disruption, 1 defiance, 2 aggression, 3 language, 4 technology.';
COMMENT ON COLUMN {schema}.behaviour_referrals.action IS '0 talk, 1 call home, 2 detention, 3 suspension in school.';

CREATE TABLE {schema}.awards (
    id          bigint NOT NULL,
    evidence_id bigint,
    at          timestamptz(3) NOT NULL,
    day         date NOT NULL,
    from_day    date,
    value       int NOT NULL,
    kind        smallint NOT NULL,
    subject     smallint
) PARTITION BY RANGE (day);
COMMENT ON TABLE {schema}.awards IS 'One row for each award; each can be recomputed.';
COMMENT ON COLUMN {schema}.awards.id IS 'student << 32 | sequence number of the activity itself.';
COMMENT ON COLUMN {schema}.awards.evidence_id IS 'Growth: the benchmark that shows it. Else none.';
COMMENT ON COLUMN {schema}.awards.at IS 'When it was given.';
COMMENT ON COLUMN {schema}.awards.day IS 'Day, from 04:00 to 04:00 in the school''s zone.';
COMMENT ON COLUMN {schema}.awards.from_day IS 'Attendance: the first day that counts. Else none.';
COMMENT ON COLUMN {schema}.awards.value IS 'Attendance: days on time, twenty or more and no other. Growth: tenths of points above the last benchmark of the year. Explorer: careers explored so far, a multiple of 25.';
COMMENT ON COLUMN {schema}.awards.kind IS '0 attendance of a term, 1 growth, 2 career explorer.';
COMMENT ON COLUMN {schema}.awards.subject IS 'Growth: 0 math, 1 ela. Else none.';

CREATE TABLE {schema}.substitute_days (
    teacher_id int NOT NULL REFERENCES {schema}.teachers,
    day        date NOT NULL,
    reason     text NOT NULL CHECK (reason IN ('illness', 'training', 'personal')),
    PRIMARY KEY (teacher_id, day)
);
COMMENT ON TABLE {schema}.substitute_days IS 'School days on which a substitute takes a teacher''s classes; one row each. They are drawn with the year''s roster, so some lie ahead of the world''s last day.';
COMMENT ON COLUMN {schema}.substitute_days.teacher_id IS 'Who is away.';
COMMENT ON COLUMN {schema}.substitute_days.day IS 'The day.';
COMMENT ON COLUMN {schema}.substitute_days.reason IS 'illness, training or personal.';

CREATE OR REPLACE FUNCTION {schema}.add_month(first_day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    activity record;
    own text;
BEGIN
    FOR activity IN SELECT * FROM (VALUES
        ('attendance', NULL), ('journeys', NULL), ('sessions', 'started_at'), ('visits', NULL),
        ('attempts', 'answered_at'), ('career_explorations', NULL), ('assessments', NULL),
        ('interventions', NULL), ('intervention_outcomes', NULL), ('guardian_visits', NULL), ('messages', NULL),
        ('message_receipts', NULL), ('conferences', NULL), ('report_cards', NULL),
        ('behaviour_referrals', NULL), ('awards', NULL)) AS tables (name, instant)
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
