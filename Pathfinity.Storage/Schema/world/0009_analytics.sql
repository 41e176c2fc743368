-- More sums for dashboards. Each answers at once what the activity itself, or a row for each student and day, could not.

CREATE TABLE {schema}.student_totals (
    student_id          int NOT NULL,
    year                smallint NOT NULL,
    active              int NOT NULL,
    attempts            int NOT NULL,
    correct             int NOT NULL,
    hints               int NOT NULL,
    response_ms         bigint NOT NULL,
    assessments         int NOT NULL,
    assessments_correct int NOT NULL,
    mastered            int NOT NULL,
    visits              int NOT NULL,
    visits_completed    int NOT NULL,
    sessions            int NOT NULL,
    session_ms          bigint NOT NULL,
    journeys            int NOT NULL,
    journeys_completed  int NOT NULL,
    explorations        int NOT NULL,
    present             int NOT NULL,
    absent              int NOT NULL,
    tardy               int NOT NULL,
    PRIMARY KEY (student_id, year)
) WITH (fillfactor = 70);
COMMENT ON TABLE {schema}.student_totals IS 'One row for each student and school year with activity: the sums of student_day. A district asks for all students of a year at once, which is a row each instead of one a day.';
COMMENT ON COLUMN {schema}.student_totals.student_id IS 'The student.';
COMMENT ON COLUMN {schema}.student_totals.year IS 'School year, counted from 0.';
COMMENT ON COLUMN {schema}.student_totals.active IS 'Days with an attempt.';
COMMENT ON COLUMN {schema}.student_totals.attempts IS 'Attempts.';
COMMENT ON COLUMN {schema}.student_totals.correct IS 'Right attempts.';
COMMENT ON COLUMN {schema}.student_totals.hints IS 'Hints taken.';
COMMENT ON COLUMN {schema}.student_totals.response_ms IS 'Time from question to answer, summed, in milliseconds.';
COMMENT ON COLUMN {schema}.student_totals.assessments IS 'Attempts at assessments.';
COMMENT ON COLUMN {schema}.student_totals.assessments_correct IS 'Right ones among them.';
COMMENT ON COLUMN {schema}.student_totals.mastered IS 'Skills that became mastered.';
COMMENT ON COLUMN {schema}.student_totals.visits IS 'Visits ended.';
COMMENT ON COLUMN {schema}.student_totals.visits_completed IS 'Visits brought to their end.';
COMMENT ON COLUMN {schema}.student_totals.sessions IS 'Sittings ended.';
COMMENT ON COLUMN {schema}.student_totals.session_ms IS 'Length of these sittings, summed, in milliseconds.';
COMMENT ON COLUMN {schema}.student_totals.journeys IS 'Journeys ended.';
COMMENT ON COLUMN {schema}.student_totals.journeys_completed IS 'Journeys with every step done.';
COMMENT ON COLUMN {schema}.student_totals.explorations IS 'Career explorations.';
COMMENT ON COLUMN {schema}.student_totals.present IS 'Attendance taken as present.';
COMMENT ON COLUMN {schema}.student_totals.absent IS 'Attendance taken as absent.';
COMMENT ON COLUMN {schema}.student_totals.tardy IS 'Attendance taken as tardy.';

CREATE TABLE {schema}.school_active (
    school_id int NOT NULL,
    grain     text NOT NULL CHECK (grain IN ('week', 'month')),
    first_day date NOT NULL,
    students  int NOT NULL,
    newcomers int NOT NULL,
    retained  int NOT NULL,
    PRIMARY KEY (school_id, grain, first_day)
) WITH (fillfactor = 70);
COMMENT ON TABLE {schema}.school_active IS 'One row for each school and week or month with an attempt. Who was there in a span and not yet counted is known when the attempt comes; afterwards every student''s days would have to be read.';
COMMENT ON COLUMN {schema}.school_active.school_id IS 'The school.';
COMMENT ON COLUMN {schema}.school_active.grain IS 'week or month.';
COMMENT ON COLUMN {schema}.school_active.first_day IS 'Its Monday, or the first of the month.';
COMMENT ON COLUMN {schema}.school_active.students IS 'Students with an attempt.';
COMMENT ON COLUMN {schema}.school_active.newcomers IS 'Those among them whose first attempt of all it was.';
COMMENT ON COLUMN {schema}.school_active.retained IS 'Those among them who had an attempt in the span before as well.';

CREATE TABLE {schema}.classroom_skill (
    classroom_id int NOT NULL,
    skill_id     int NOT NULL,
    attempts     int NOT NULL,
    correct      int NOT NULL,
    hints        int NOT NULL,
    response_ms  bigint NOT NULL,
    met          int NOT NULL,
    mastered     int NOT NULL,
    stuck        int NOT NULL,
    freed        int NOT NULL,
    PRIMARY KEY (classroom_id, skill_id)
) WITH (fillfactor = 70);
COMMENT ON TABLE {schema}.classroom_skill IS 'One row for each classroom and skill that its students met. By student and skill there are a thousand times as many rows as one can look through at once.';
COMMENT ON COLUMN {schema}.classroom_skill.classroom_id IS 'The student''s classroom of the subject at the time.';
COMMENT ON COLUMN {schema}.classroom_skill.skill_id IS 'Skill: its number in the catalogue.';
COMMENT ON COLUMN {schema}.classroom_skill.attempts IS 'Attempts.';
COMMENT ON COLUMN {schema}.classroom_skill.correct IS 'Right attempts.';
COMMENT ON COLUMN {schema}.classroom_skill.hints IS 'Hints taken.';
COMMENT ON COLUMN {schema}.classroom_skill.response_ms IS 'Time from question to answer, summed, in milliseconds.';
COMMENT ON COLUMN {schema}.classroom_skill.met IS 'Students who met the skill here for the first time.';
COMMENT ON COLUMN {schema}.classroom_skill.mastered IS 'Times that it became mastered here.';
COMMENT ON COLUMN {schema}.classroom_skill.stuck IS 'Students whose estimate was below 800 permille after their 15th attempt.';
COMMENT ON COLUMN {schema}.classroom_skill.freed IS 'Times that it became mastered after the 15th attempt.';

CREATE INDEX classroom_skill_skill ON {schema}.classroom_skill (skill_id);

CREATE TABLE {schema}.student_benchmark (
    student_id int NOT NULL,
    year       smallint NOT NULL,
    subject    smallint NOT NULL,
    autumn     smallint,
    winter     smallint,
    spring     smallint,
    PRIMARY KEY (student_id, year, subject)
) WITH (fillfactor = 70);
COMMENT ON TABLE {schema}.student_benchmark IS 'One row for each student, school year and subject with a benchmark; a test taken again counts for the one before it.';
COMMENT ON COLUMN {schema}.student_benchmark.student_id IS 'The student.';
COMMENT ON COLUMN {schema}.student_benchmark.year IS 'School year, counted from 0.';
COMMENT ON COLUMN {schema}.student_benchmark.subject IS '0 math, 1 ela, 2 science, 3 social.';
COMMENT ON COLUMN {schema}.student_benchmark.autumn IS 'Score in autumn, in tenths of a point of the scale that spans all grades, or none.';
COMMENT ON COLUMN {schema}.student_benchmark.winter IS 'The same in winter.';
COMMENT ON COLUMN {schema}.student_benchmark.spring IS 'The same in spring.';

CREATE TABLE {schema}.classroom_tests (
    classroom_id  int NOT NULL,
    subject       smallint NOT NULL,
    kind          smallint NOT NULL,
    window_number smallint NOT NULL,
    taken         int NOT NULL,
    retaken       int NOT NULL,
    items         int NOT NULL,
    correct       int NOT NULL,
    passed        int NOT NULL,
    PRIMARY KEY (classroom_id, subject, kind, window_number)
) WITH (fillfactor = 70);
COMMENT ON TABLE {schema}.classroom_tests IS 'One row for each classroom, subject, kind of test and window or unit.';
COMMENT ON COLUMN {schema}.classroom_tests.classroom_id IS 'The classroom.';
COMMENT ON COLUMN {schema}.classroom_tests.subject IS '0 math, 1 ela, 2 science, 3 social.';
COMMENT ON COLUMN {schema}.classroom_tests.kind IS '0 diagnostic at the start of a year, 1 unit check, 2 benchmark.';
COMMENT ON COLUMN {schema}.classroom_tests.window_number IS 'Benchmark: 1 autumn, 2 winter, 3 spring. Unit check: the unit, from 1. Else 0.';
COMMENT ON COLUMN {schema}.classroom_tests.taken IS 'Tests taken.';
COMMENT ON COLUMN {schema}.classroom_tests.retaken IS 'Those among them that repeat an earlier one.';
COMMENT ON COLUMN {schema}.classroom_tests.items IS 'Questions in them.';
COMMENT ON COLUMN {schema}.classroom_tests.correct IS 'Right ones among these.';
COMMENT ON COLUMN {schema}.classroom_tests.passed IS 'Tests with 60 percent right or more.';

CREATE TABLE {schema}.intervention_week (
    classroom_id   int NOT NULL,
    week           date NOT NULL,
    kind           smallint NOT NULL,
    trigger        smallint NOT NULL,
    begun          int NOT NULL,
    minutes        int NOT NULL,
    completed      int NOT NULL,
    unfinished     int NOT NULL,
    displaced      int NOT NULL,
    lessons        int NOT NULL,
    measured       int NOT NULL,
    mastery_before bigint NOT NULL,
    mastery_after  bigint NOT NULL,
    PRIMARY KEY (classroom_id, week, kind, trigger)
) WITH (fillfactor = 70);
COMMENT ON TABLE {schema}.intervention_week IS 'One row for each classroom, week and kind and trigger of intervention. What is begun counts in the week in which it began, what has ended in that in which it ended.';
COMMENT ON COLUMN {schema}.intervention_week.classroom_id IS 'Classroom whose teacher decided it.';
COMMENT ON COLUMN {schema}.intervention_week.week IS 'Monday of the week.';
COMMENT ON COLUMN {schema}.intervention_week.kind IS '0 assignment, 1 small group, 2 tutoring, 3 message home, 4 praise, 5 move on.';
COMMENT ON COLUMN {schema}.intervention_week.trigger IS 'What the teacher saw: 0 struggle, 1 wheel-spinning, 2 a gap of several students, 3 idleness, 4 absence, 5 success.';
COMMENT ON COLUMN {schema}.intervention_week.begun IS 'Interventions begun.';
COMMENT ON COLUMN {schema}.intervention_week.minutes IS 'Time of the teacher that these take in all.';
COMMENT ON COLUMN {schema}.intervention_week.completed IS 'Interventions completed.';
COMMENT ON COLUMN {schema}.intervention_week.unfinished IS 'Interventions unfinished when they were due.';
COMMENT ON COLUMN {schema}.intervention_week.displaced IS 'Interventions displaced by others and never begun.';
COMMENT ON COLUMN {schema}.intervention_week.lessons IS 'Lessons held in those that ended.';
COMMENT ON COLUMN {schema}.intervention_week.measured IS 'Those that ended, were not displaced and were about a skill.';
COMMENT ON COLUMN {schema}.intervention_week.mastery_before IS 'Estimate of the skill when these began, summed, in permille.';
COMMENT ON COLUMN {schema}.intervention_week.mastery_after IS 'Estimate of the skill when these ended, summed, in permille.';

CREATE TABLE {schema}.student_career (
    student_id     int NOT NULL,
    career_id      int NOT NULL,
    chosen         int NOT NULL,
    explored       int NOT NULL,
    minutes        int NOT NULL,
    interest_first smallint,
    interest_last  smallint,
    first_day      date NOT NULL,
    last_day       date NOT NULL,
    PRIMARY KEY (student_id, career_id)
) WITH (fillfactor = 70);
COMMENT ON TABLE {schema}.student_career IS 'One row for each student and career chosen or explored.';
COMMENT ON COLUMN {schema}.student_career.student_id IS 'The student.';
COMMENT ON COLUMN {schema}.student_career.career_id IS 'Career: its number in the catalogue.';
COMMENT ON COLUMN {schema}.student_career.chosen IS 'Journeys that ended with it as career of the day.';
COMMENT ON COLUMN {schema}.student_career.explored IS 'Explorations.';
COMMENT ON COLUMN {schema}.student_career.minutes IS 'Time spent on it.';
COMMENT ON COLUMN {schema}.student_career.interest_first IS 'How well it fitted before the first exploration, in permille; none before one.';
COMMENT ON COLUMN {schema}.student_career.interest_last IS 'How well it fitted after the last exploration, in permille; none before one.';
COMMENT ON COLUMN {schema}.student_career.first_day IS 'First day on which it was chosen or explored.';
COMMENT ON COLUMN {schema}.student_career.last_day IS 'Last such day.';

ALTER TABLE {schema}.marks
    ADD COLUMN attempts int NOT NULL DEFAULT 0,
    ADD COLUMN correct int NOT NULL DEFAULT 0;
COMMENT ON COLUMN {schema}.marks.attempts IS 'Attempts stored.';
COMMENT ON COLUMN {schema}.marks.correct IS 'Right ones among them.';

-- The discrimination of a question is the correlation of getting it right with the student's other results. Held against
-- the results before each attempt, it needs nothing but sums.
ALTER TABLE {schema}.question_stats
    ADD COLUMN rated int NOT NULL DEFAULT 0,
    ADD COLUMN rated_correct int NOT NULL DEFAULT 0,
    ADD COLUMN rest bigint NOT NULL DEFAULT 0,
    ADD COLUMN rest_squares bigint NOT NULL DEFAULT 0,
    ADD COLUMN rest_correct bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN {schema}.question_stats.rated IS 'Attempts of students with 20 attempts or more before this one.';
COMMENT ON COLUMN {schema}.question_stats.rated_correct IS 'Right ones among them.';
COMMENT ON COLUMN {schema}.question_stats.rest IS 'Share of the student''s earlier attempts that was right, in whole permille, summed over rated attempts.';
COMMENT ON COLUMN {schema}.question_stats.rest_squares IS 'The squares of these, summed.';
COMMENT ON COLUMN {schema}.question_stats.rest_correct IS 'The same share, summed over rated attempts that were right.';
