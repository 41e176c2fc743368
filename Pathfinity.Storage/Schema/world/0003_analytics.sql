-- Analytics: sums of integers, added in the transaction that adds the rows they sum; ratios are views over them.

CREATE TABLE {schema}.student_day (
    student_id          int NOT NULL,
    day                 date NOT NULL,
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
    PRIMARY KEY (student_id, day)
) WITH (fillfactor = 90);
COMMENT ON TABLE {schema}.student_day IS 'One row for each student and day with activity.';
COMMENT ON COLUMN {schema}.student_day.student_id IS 'The student.';
COMMENT ON COLUMN {schema}.student_day.day IS 'School day.';
COMMENT ON COLUMN {schema}.student_day.active IS '1 with an attempt, else 0.';
COMMENT ON COLUMN {schema}.student_day.attempts IS 'Attempts.';
COMMENT ON COLUMN {schema}.student_day.correct IS 'Right attempts.';
COMMENT ON COLUMN {schema}.student_day.hints IS 'Hints taken.';
COMMENT ON COLUMN {schema}.student_day.response_ms IS 'Time from question to answer, summed, in milliseconds.';
COMMENT ON COLUMN {schema}.student_day.assessments IS 'Attempts at assessments.';
COMMENT ON COLUMN {schema}.student_day.assessments_correct IS 'Right ones among them.';
COMMENT ON COLUMN {schema}.student_day.mastered IS 'Skills that became mastered.';
COMMENT ON COLUMN {schema}.student_day.visits IS 'Visits ended.';
COMMENT ON COLUMN {schema}.student_day.visits_completed IS 'Visits brought to their end.';
COMMENT ON COLUMN {schema}.student_day.sessions IS 'Sittings ended.';
COMMENT ON COLUMN {schema}.student_day.session_ms IS 'Length of these sittings, summed, in milliseconds.';
COMMENT ON COLUMN {schema}.student_day.journeys IS 'Journeys ended.';
COMMENT ON COLUMN {schema}.student_day.journeys_completed IS 'Journeys with every step done.';
COMMENT ON COLUMN {schema}.student_day.explorations IS 'Career explorations.';
COMMENT ON COLUMN {schema}.student_day.present IS 'Attendance taken as present.';
COMMENT ON COLUMN {schema}.student_day.absent IS 'Attendance taken as absent.';
COMMENT ON COLUMN {schema}.student_day.tardy IS 'Attendance taken as tardy.';

CREATE INDEX student_day_day ON {schema}.student_day USING brin (day) WITH (pages_per_range = 32);

CREATE TABLE {schema}.classroom_day (
    classroom_id        int NOT NULL,
    day                 date NOT NULL,
    students            int NOT NULL,
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
    PRIMARY KEY (classroom_id, day)
) WITH (fillfactor = 70);
COMMENT ON TABLE {schema}.classroom_day IS 'One row for each classroom and day with activity of its subject, at school or at home; sittings only at school.';
COMMENT ON COLUMN {schema}.classroom_day.classroom_id IS 'The classroom.';
COMMENT ON COLUMN {schema}.classroom_day.day IS 'School day.';
COMMENT ON COLUMN {schema}.classroom_day.students IS 'Students with an attempt.';
COMMENT ON COLUMN {schema}.classroom_day.attempts IS 'Attempts.';
COMMENT ON COLUMN {schema}.classroom_day.correct IS 'Right attempts.';
COMMENT ON COLUMN {schema}.classroom_day.hints IS 'Hints taken.';
COMMENT ON COLUMN {schema}.classroom_day.response_ms IS 'Time from question to answer, summed, in milliseconds.';
COMMENT ON COLUMN {schema}.classroom_day.assessments IS 'Attempts at assessments.';
COMMENT ON COLUMN {schema}.classroom_day.assessments_correct IS 'Right ones among them.';
COMMENT ON COLUMN {schema}.classroom_day.mastered IS 'Skills that became mastered.';
COMMENT ON COLUMN {schema}.classroom_day.visits IS 'Visits ended.';
COMMENT ON COLUMN {schema}.classroom_day.visits_completed IS 'Visits brought to their end.';
COMMENT ON COLUMN {schema}.classroom_day.sessions IS 'Sittings ended.';
COMMENT ON COLUMN {schema}.classroom_day.session_ms IS 'Length of these sittings, summed, in milliseconds.';

CREATE TABLE {schema}.course_day (
    course_id           int NOT NULL,
    school_id           int NOT NULL,
    day                 date NOT NULL,
    students            int NOT NULL,
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
    PRIMARY KEY (course_id, school_id, day)
) WITH (fillfactor = 70);
COMMENT ON TABLE {schema}.course_day IS 'One row for each course, school and day with activity, as classroom_day.';
COMMENT ON COLUMN {schema}.course_day.course_id IS 'The course.';
COMMENT ON COLUMN {schema}.course_day.school_id IS 'The school.';
COMMENT ON COLUMN {schema}.course_day.day IS 'School day.';
COMMENT ON COLUMN {schema}.course_day.students IS 'Students with an attempt.';
COMMENT ON COLUMN {schema}.course_day.attempts IS 'Attempts.';
COMMENT ON COLUMN {schema}.course_day.correct IS 'Right attempts.';
COMMENT ON COLUMN {schema}.course_day.hints IS 'Hints taken.';
COMMENT ON COLUMN {schema}.course_day.response_ms IS 'Time from question to answer, summed, in milliseconds.';
COMMENT ON COLUMN {schema}.course_day.assessments IS 'Attempts at assessments.';
COMMENT ON COLUMN {schema}.course_day.assessments_correct IS 'Right ones among them.';
COMMENT ON COLUMN {schema}.course_day.mastered IS 'Skills that became mastered.';
COMMENT ON COLUMN {schema}.course_day.visits IS 'Visits ended.';
COMMENT ON COLUMN {schema}.course_day.visits_completed IS 'Visits brought to their end.';
COMMENT ON COLUMN {schema}.course_day.sessions IS 'Sittings ended.';
COMMENT ON COLUMN {schema}.course_day.session_ms IS 'Length of these sittings, summed, in milliseconds.';

CREATE TABLE {schema}.school_day (
    school_id           int NOT NULL,
    day                 date NOT NULL,
    students            int NOT NULL,
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
    PRIMARY KEY (school_id, day)
) WITH (fillfactor = 70);
COMMENT ON TABLE {schema}.school_day IS 'One row for each school and day with activity.';
COMMENT ON COLUMN {schema}.school_day.school_id IS 'The school.';
COMMENT ON COLUMN {schema}.school_day.day IS 'School day.';
COMMENT ON COLUMN {schema}.school_day.students IS 'Students with an attempt.';
COMMENT ON COLUMN {schema}.school_day.attempts IS 'Attempts.';
COMMENT ON COLUMN {schema}.school_day.correct IS 'Right attempts.';
COMMENT ON COLUMN {schema}.school_day.hints IS 'Hints taken.';
COMMENT ON COLUMN {schema}.school_day.response_ms IS 'Time from question to answer, summed, in milliseconds.';
COMMENT ON COLUMN {schema}.school_day.assessments IS 'Attempts at assessments.';
COMMENT ON COLUMN {schema}.school_day.assessments_correct IS 'Right ones among them.';
COMMENT ON COLUMN {schema}.school_day.mastered IS 'Skills that became mastered.';
COMMENT ON COLUMN {schema}.school_day.visits IS 'Visits ended.';
COMMENT ON COLUMN {schema}.school_day.visits_completed IS 'Visits brought to their end.';
COMMENT ON COLUMN {schema}.school_day.sessions IS 'Sittings ended.';
COMMENT ON COLUMN {schema}.school_day.session_ms IS 'Length of these sittings, summed, in milliseconds.';
COMMENT ON COLUMN {schema}.school_day.journeys IS 'Journeys ended.';
COMMENT ON COLUMN {schema}.school_day.journeys_completed IS 'Journeys with every step done.';
COMMENT ON COLUMN {schema}.school_day.explorations IS 'Career explorations.';
COMMENT ON COLUMN {schema}.school_day.present IS 'Attendance taken as present.';
COMMENT ON COLUMN {schema}.school_day.absent IS 'Attendance taken as absent.';
COMMENT ON COLUMN {schema}.school_day.tardy IS 'Attendance taken as tardy.';

CREATE TABLE {schema}.student_skill (
    student_id         int NOT NULL,
    skill_id           int NOT NULL,
    attempts           int NOT NULL,
    correct            int NOT NULL,
    hints              int NOT NULL,
    response_ms        bigint NOT NULL,
    mastery            smallint NOT NULL,
    first_practised_at timestamptz(3) NOT NULL,
    last_practised_at  timestamptz(3) NOT NULL,
    mastered_at        timestamptz(3),
    three_in_a_row_at  timestamptz(3),
    PRIMARY KEY (student_id, skill_id)
) WITH (fillfactor = 70);
COMMENT ON TABLE {schema}.student_skill IS 'One row for each student and practised skill.';
COMMENT ON COLUMN {schema}.student_skill.student_id IS 'The student.';
COMMENT ON COLUMN {schema}.student_skill.skill_id IS 'Skill: its number in the catalogue.';
COMMENT ON COLUMN {schema}.student_skill.attempts IS 'Attempts.';
COMMENT ON COLUMN {schema}.student_skill.correct IS 'Right attempts.';
COMMENT ON COLUMN {schema}.student_skill.hints IS 'Hints taken.';
COMMENT ON COLUMN {schema}.student_skill.response_ms IS 'Time from question to answer, summed, in milliseconds.';
COMMENT ON COLUMN {schema}.student_skill.mastery IS 'Estimate after the last attempt, in permille.';
COMMENT ON COLUMN {schema}.student_skill.first_practised_at IS 'When it was first answered.';
COMMENT ON COLUMN {schema}.student_skill.last_practised_at IS 'When it was last answered.';
COMMENT ON COLUMN {schema}.student_skill.mastered_at IS 'When it became mastered: at least 800 permille and a success on a later day; none before.';
COMMENT ON COLUMN {schema}.student_skill.three_in_a_row_at IS 'When there were first three right in a row; none before.';

CREATE TABLE {schema}.question_stats (
    question_id int NOT NULL,
    school_id   int NOT NULL,
    shown       int NOT NULL,
    correct     int NOT NULL,
    hints       int NOT NULL,
    response_ms bigint NOT NULL,
    other       int NOT NULL,
    responses   int[] NOT NULL,
    PRIMARY KEY (question_id, school_id)
) WITH (fillfactor = 70);
COMMENT ON TABLE {schema}.question_stats IS 'One row for each question and school that has met it.';
COMMENT ON COLUMN {schema}.question_stats.question_id IS 'Question: its number in the catalogue.';
COMMENT ON COLUMN {schema}.question_stats.school_id IS 'The school.';
COMMENT ON COLUMN {schema}.question_stats.shown IS 'Attempts.';
COMMENT ON COLUMN {schema}.question_stats.correct IS 'Right attempts.';
COMMENT ON COLUMN {schema}.question_stats.hints IS 'Hints taken.';
COMMENT ON COLUMN {schema}.question_stats.response_ms IS 'Time from question to answer, summed, in milliseconds.';
COMMENT ON COLUMN {schema}.question_stats.other IS 'Attempts with a response that the question does not know.';
COMMENT ON COLUMN {schema}.question_stats.responses IS 'Attempts by response: the first is the right one, then the question''s wrong ones; as long as the last one seen.';

CREATE TABLE {schema}.career_interest (
    career_id       int NOT NULL,
    school_id       int NOT NULL,
    day             date NOT NULL,
    chosen          int NOT NULL,
    browsed         int NOT NULL,
    explored        int NOT NULL,
    minutes         int NOT NULL,
    interest_before bigint NOT NULL,
    interest_after  bigint NOT NULL,
    PRIMARY KEY (career_id, school_id, day)
) WITH (fillfactor = 80);
COMMENT ON TABLE {schema}.career_interest IS 'One row for each career, school and day on which it was chosen or explored.';
COMMENT ON COLUMN {schema}.career_interest.career_id IS 'Career: its number in the catalogue.';
COMMENT ON COLUMN {schema}.career_interest.school_id IS 'The school.';
COMMENT ON COLUMN {schema}.career_interest.day IS 'School day.';
COMMENT ON COLUMN {schema}.career_interest.chosen IS 'Journeys that ended with it as career of the day.';
COMMENT ON COLUMN {schema}.career_interest.browsed IS 'Those among them whose student found it beyond the three recommended.';
COMMENT ON COLUMN {schema}.career_interest.explored IS 'Explorations.';
COMMENT ON COLUMN {schema}.career_interest.minutes IS 'Time spent on it.';
COMMENT ON COLUMN {schema}.career_interest.interest_before IS 'How well it fitted before, summed over explorations, in permille.';
COMMENT ON COLUMN {schema}.career_interest.interest_after IS 'How well it fitted after, summed over explorations, in permille.';

-- The longer of two lists of counts with the other one added.
CREATE FUNCTION {schema}.add_counts(a int[], b int[]) RETURNS int[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(coalesce(x, 0) + coalesce(y, 0) ORDER BY place), '{}')
    FROM unnest(a, b) WITH ORDINALITY AS sums (x, y, place)
$$;

CREATE VIEW {schema}.student_mastery AS
SELECT student_id, skill_id, mastery, attempts, correct, first_practised_at, last_practised_at, mastered_at,
    mastered_at IS NOT NULL AS mastered,
    three_in_a_row_at IS NOT NULL AS three_in_a_row,
    correct * 100 >= attempts * 80 AS platform80,
    correct * 1000 / attempts AS accuracy
FROM {schema}.student_skill;
COMMENT ON VIEW {schema}.student_mastery IS 'One row for each student and practised skill, with what is derived from its sums.';
COMMENT ON COLUMN {schema}.student_mastery.student_id IS 'The student.';
COMMENT ON COLUMN {schema}.student_mastery.skill_id IS 'Skill: its number in the catalogue.';
COMMENT ON COLUMN {schema}.student_mastery.mastery IS 'Estimate in permille.';
COMMENT ON COLUMN {schema}.student_mastery.attempts IS 'Attempts.';
COMMENT ON COLUMN {schema}.student_mastery.correct IS 'Right attempts.';
COMMENT ON COLUMN {schema}.student_mastery.first_practised_at IS 'When it was first answered.';
COMMENT ON COLUMN {schema}.student_mastery.last_practised_at IS 'When it was last answered.';
COMMENT ON COLUMN {schema}.student_mastery.mastered_at IS 'When it became mastered.';
COMMENT ON COLUMN {schema}.student_mastery.mastered IS 'Whether it is mastered.';
COMMENT ON COLUMN {schema}.student_mastery.three_in_a_row IS 'Whether there were ever three right in a row.';
COMMENT ON COLUMN {schema}.student_mastery.platform80 IS 'Whether at least 80 percent of the attempts were right.';
COMMENT ON COLUMN {schema}.student_mastery.accuracy IS 'Right attempts in permille.';

CREATE VIEW {schema}.classroom_rates AS
SELECT classroom_id, day, students,
    correct * 1000 / attempts AS accuracy,
    response_ms / attempts AS response_ms_mean,
    attempts * 1000 / students AS attempts_per_student
FROM {schema}.classroom_day
WHERE attempts > 0;
COMMENT ON VIEW {schema}.classroom_rates IS 'One row for each classroom and day with attempts.';
COMMENT ON COLUMN {schema}.classroom_rates.classroom_id IS 'The classroom.';
COMMENT ON COLUMN {schema}.classroom_rates.day IS 'School day.';
COMMENT ON COLUMN {schema}.classroom_rates.students IS 'Students with an attempt.';
COMMENT ON COLUMN {schema}.classroom_rates.accuracy IS 'Right attempts in permille.';
COMMENT ON COLUMN {schema}.classroom_rates.response_ms_mean IS 'Mean time from question to answer, in milliseconds.';
COMMENT ON COLUMN {schema}.classroom_rates.attempts_per_student IS 'Thousandths of an attempt for each active student.';

CREATE VIEW {schema}.question_totals AS
SELECT question_id, sum(shown) AS shown, sum(correct) AS correct, sum(other) AS other,
    sum(correct) * 1000 / sum(shown) AS accuracy,
    div(sum(response_ms), sum(shown)) AS response_ms_mean
FROM {schema}.question_stats
GROUP BY question_id;
COMMENT ON VIEW {schema}.question_totals IS 'One row for each question that was met, over all schools.';
COMMENT ON COLUMN {schema}.question_totals.question_id IS 'Question: its number in the catalogue.';
COMMENT ON COLUMN {schema}.question_totals.shown IS 'Attempts.';
COMMENT ON COLUMN {schema}.question_totals.correct IS 'Right attempts.';
COMMENT ON COLUMN {schema}.question_totals.other IS 'Attempts with a response that the question does not know.';
COMMENT ON COLUMN {schema}.question_totals.accuracy IS 'Right attempts in permille.';
COMMENT ON COLUMN {schema}.question_totals.response_ms_mean IS 'Mean time from question to answer, in milliseconds.';

CREATE VIEW {schema}.career_totals AS
SELECT career_id, day, sum(chosen) AS chosen, sum(browsed) AS browsed, sum(explored) AS explored, sum(minutes) AS minutes,
    CASE WHEN sum(explored) > 0 THEN div(sum(interest_after) - sum(interest_before), sum(explored)) END AS interest_gain_mean
FROM {schema}.career_interest
GROUP BY career_id, day;
COMMENT ON VIEW {schema}.career_totals IS 'One row for each career and day, over all schools.';
COMMENT ON COLUMN {schema}.career_totals.career_id IS 'Career: its number in the catalogue.';
COMMENT ON COLUMN {schema}.career_totals.day IS 'School day.';
COMMENT ON COLUMN {schema}.career_totals.chosen IS 'Journeys that ended with it as career of the day.';
COMMENT ON COLUMN {schema}.career_totals.browsed IS 'Those among them beyond the three recommended.';
COMMENT ON COLUMN {schema}.career_totals.explored IS 'Explorations.';
COMMENT ON COLUMN {schema}.career_totals.minutes IS 'Time spent on it.';
COMMENT ON COLUMN {schema}.career_totals.interest_gain_mean IS 'Mean change of interest by an exploration, in permille.';
