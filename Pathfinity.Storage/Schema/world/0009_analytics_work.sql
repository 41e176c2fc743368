-- What teachers do, which careers are liked, and how good the questions are.

CREATE VIEW {schema}.intervention_effect AS
SELECT
    c.school_id, c.year, w.kind, w.trigger, sum(w.begun)::int AS begun, sum(w.completed)::int AS completed,
    sum(w.unfinished)::int AS unfinished, sum(w.displaced)::int AS displaced,
    (sum(w.completed) * 1000 / nullif(sum(w.completed + w.unfinished + w.displaced), 0))::int AS completion,
    sum(w.minutes)::int AS minutes, sum(w.lessons)::int AS lessons,
    round(sum(w.mastery_before) / nullif(sum(w.measured), 0))::int AS mastery_before,
    round(sum(w.mastery_after) / nullif(sum(w.measured), 0))::int AS mastery_after
FROM {schema}.intervention_week AS w JOIN {schema}.classrooms AS c ON c.id = w.classroom_id
GROUP BY c.school_id, c.year, w.kind, w.trigger;
COMMENT ON VIEW {schema}.intervention_effect IS 'One row for each school, school year, kind and trigger of intervention. What followed is no measure of what it brought about: those who get help are those who struggle.';
COMMENT ON COLUMN {schema}.intervention_effect.school_id IS 'The school.';
COMMENT ON COLUMN {schema}.intervention_effect.year IS 'School year, counted from 0.';
COMMENT ON COLUMN {schema}.intervention_effect.kind IS '0 assignment, 1 small group, 2 tutoring, 3 message home, 4 praise, 5 move on.';
COMMENT ON COLUMN {schema}.intervention_effect.trigger IS 'What the teacher saw: 0 struggle, 1 wheel-spinning, 2 a gap of several students, 3 idleness, 4 absence, 5 success.';
COMMENT ON COLUMN {schema}.intervention_effect.begun IS 'Interventions begun.';
COMMENT ON COLUMN {schema}.intervention_effect.completed IS 'Completed.';
COMMENT ON COLUMN {schema}.intervention_effect.unfinished IS 'Unfinished when they were due.';
COMMENT ON COLUMN {schema}.intervention_effect.displaced IS 'Displaced by others and never begun.';
COMMENT ON COLUMN {schema}.intervention_effect.completion IS 'completed / those that ended, in permille.';
COMMENT ON COLUMN {schema}.intervention_effect.minutes IS 'Time of teachers that they take.';
COMMENT ON COLUMN {schema}.intervention_effect.lessons IS 'Lessons held.';
COMMENT ON COLUMN {schema}.intervention_effect.mastery_before IS 'Mean estimate of the skill when they began, in permille; of those that ended, were not displaced and were about a skill.';
COMMENT ON COLUMN {schema}.intervention_effect.mastery_after IS 'Mean estimate of the skill when the same ended, in permille.';

CREATE VIEW {schema}.teacher_week AS
SELECT
    c.teacher_id, w.week, count(*)::int AS classrooms, sum(m.students)::int AS seats, sum(w.attempts)::int AS attempts,
    coalesce(sum(i.begun), 0)::int AS interventions, coalesce(sum(i.minutes), 0)::int AS minutes,
    coalesce(sum(i.messages), 0)::int AS messages
FROM (
    SELECT classroom_id, date_trunc('week', day)::date AS week, sum(attempts) AS attempts
    FROM {schema}.classroom_day GROUP BY 1, 2
) AS w
JOIN {schema}.classrooms AS c ON c.id = w.classroom_id
JOIN (SELECT classroom_id, count(*) AS students FROM {schema}.enrollments GROUP BY classroom_id) AS m USING (classroom_id)
LEFT JOIN (
    SELECT classroom_id, week, sum(begun) AS begun, sum(minutes) AS minutes, sum(begun) FILTER (WHERE kind = 3) AS messages
    FROM {schema}.intervention_week GROUP BY classroom_id, week
) AS i USING (classroom_id, week)
GROUP BY c.teacher_id, w.week;
COMMENT ON VIEW {schema}.teacher_week IS 'One row for each teacher and week in which a classroom of the teacher was active: load and what was done about it.';
COMMENT ON COLUMN {schema}.teacher_week.teacher_id IS 'The teacher.';
COMMENT ON COLUMN {schema}.teacher_week.week IS 'Monday of the week.';
COMMENT ON COLUMN {schema}.teacher_week.classrooms IS 'Classrooms of the teacher with activity.';
COMMENT ON COLUMN {schema}.teacher_week.seats IS 'Students enrolled in these, one in several classrooms counted in each.';
COMMENT ON COLUMN {schema}.teacher_week.attempts IS 'Attempts of these.';
COMMENT ON COLUMN {schema}.teacher_week.interventions IS 'Interventions begun.';
COMMENT ON COLUMN {schema}.teacher_week.minutes IS 'Time that these take in all.';
COMMENT ON COLUMN {schema}.teacher_week.messages IS 'Messages home among them.';

CREATE VIEW {schema}.career_week AS
SELECT
    career_id, date_trunc('week', day)::date AS week, sum(chosen)::int AS chosen, sum(browsed)::int AS browsed,
    sum(explored)::int AS explored, sum(minutes)::int AS minutes,
    round((sum(interest_after) - sum(interest_before)) / nullif(sum(explored), 0))::int AS interest_gain
FROM {schema}.career_interest
GROUP BY career_id, date_trunc('week', day)::date;
COMMENT ON VIEW {schema}.career_week IS 'One row for each career and week in which it was chosen or explored, over all schools.';
COMMENT ON COLUMN {schema}.career_week.career_id IS 'Career: its number in the catalogue.';
COMMENT ON COLUMN {schema}.career_week.week IS 'Monday of the week.';
COMMENT ON COLUMN {schema}.career_week.chosen IS 'Journeys that ended with it as career of the day.';
COMMENT ON COLUMN {schema}.career_week.browsed IS 'Those among them beyond the three recommended.';
COMMENT ON COLUMN {schema}.career_week.explored IS 'Explorations.';
COMMENT ON COLUMN {schema}.career_week.minutes IS 'Time spent on it.';
COMMENT ON COLUMN {schema}.career_week.interest_gain IS 'Mean change of interest by an exploration, in permille; none without one.';

CREATE VIEW {schema}.career_exploration AS
SELECT
    student_id, count(*)::int AS careers, sum(chosen)::int AS journeys, sum(minutes)::int AS minutes,
    (array_agg(career_id ORDER BY chosen DESC, minutes DESC, career_id))[1] AS favourite,
    (max(chosen) * 1000 / nullif(sum(chosen), 0))::int AS favourite_share,
    (array_agg(interest_last - interest_first ORDER BY chosen DESC, minutes DESC, career_id))[1] AS interest_gain
FROM {schema}.student_career
GROUP BY student_id;
COMMENT ON VIEW {schema}.career_exploration IS 'One row for each student who chose or explored a career: how wide, and where to.';
COMMENT ON COLUMN {schema}.career_exploration.student_id IS 'The student.';
COMMENT ON COLUMN {schema}.career_exploration.careers IS 'Careers chosen or explored.';
COMMENT ON COLUMN {schema}.career_exploration.journeys IS 'Journeys with a career of the day.';
COMMENT ON COLUMN {schema}.career_exploration.minutes IS 'Time spent on careers.';
COMMENT ON COLUMN {schema}.career_exploration.favourite IS 'The career chosen most often, its number in the catalogue; of equals the one with most time.';
COMMENT ON COLUMN {schema}.career_exploration.favourite_share IS 'Its share of the journeys, in permille.';
COMMENT ON COLUMN {schema}.career_exploration.interest_gain IS 'Change of interest in it from before its first exploration to after its last, in permille; none without one.';

CREATE VIEW {schema}.question_quality AS
SELECT
    question_id, shown, accuracy, n::int AS rated, round(1000 * (n * xy - x * y) / sqrt(nullif((n * x - x * x) * (n * yy - y * y), 0)))::int AS discrimination, response_ms_mean, hints, other,
    CASE WHEN n < 30 THEN 'too few' WHEN n * xy < x * y THEN 'reversed' WHEN accuracy > 970 THEN 'too easy'
        WHEN accuracy < 150 THEN 'too hard' WHEN coalesce(round(1000 * (n * xy - x * y) / sqrt(nullif((n * x - x * x) * (n * yy - y * y), 0)))::int, 0) < 50 THEN 'weak' ELSE 'good' END AS verdict
FROM (
    SELECT
        question_id, sum(shown)::int AS shown, (sum(correct) * 1000 / sum(shown))::int AS accuracy,
        div(sum(response_ms), sum(shown))::int AS response_ms_mean, (sum(hints) * 1000 / sum(shown))::int AS hints,
        (sum(other) * 1000 / sum(shown))::int AS other, sum(rated)::numeric AS n, sum(rated_correct)::numeric AS x,
        sum(rest) AS y, sum(rest_squares) AS yy, sum(rest_correct) AS xy
    FROM {schema}.question_stats
    GROUP BY question_id
) AS sums;
COMMENT ON VIEW {schema}.question_quality IS 'One row for each question that was met, over all schools. To be asked for questions: the whole catalogue takes longer than a page may.';
COMMENT ON COLUMN {schema}.question_quality.question_id IS 'Question: its number in the catalogue.';
COMMENT ON COLUMN {schema}.question_quality.shown IS 'Attempts.';
COMMENT ON COLUMN {schema}.question_quality.accuracy IS 'Difficulty: right attempts, in permille.';
COMMENT ON COLUMN {schema}.question_quality.rated IS 'Attempts of students with 20 attempts or more before this one.';
COMMENT ON COLUMN {schema}.question_quality.discrimination IS 'Point-biserial correlation over rated attempts of being right with the share of the student''s earlier attempts that was right, in permille; none when either does not vary.';
COMMENT ON COLUMN {schema}.question_quality.response_ms_mean IS 'Mean time from question to answer, in milliseconds.';
COMMENT ON COLUMN {schema}.question_quality.hints IS 'Hints taken, for a thousand attempts.';
COMMENT ON COLUMN {schema}.question_quality.other IS 'Attempts with a response that the question does not know, in permille.';
COMMENT ON COLUMN {schema}.question_quality.verdict IS 'too few (rated attempts, under 30), reversed (discrimination below 0), too easy (over 970 permille right), too hard (under 150), weak (discrimination under 50), else good.';

CREATE VIEW {schema}.distractor_use AS
SELECT
    question_id, (place - 1)::int AS response, sum(chosen)::int AS chosen,
    (sum(chosen) * 1000 / sum(shown))::int AS share
FROM {schema}.question_stats CROSS JOIN LATERAL unnest(responses) WITH ORDINALITY AS counts (chosen, place)
GROUP BY question_id, place;
COMMENT ON VIEW {schema}.distractor_use IS 'One row for each question that was met and each of its responses up to the last one seen. To be asked for questions.';
COMMENT ON COLUMN {schema}.distractor_use.question_id IS 'Question: its number in the catalogue.';
COMMENT ON COLUMN {schema}.distractor_use.response IS '0 the right response, 1, 2, ... the question''s wrong responses.';
COMMENT ON COLUMN {schema}.distractor_use.chosen IS 'Attempts with this response.';
COMMENT ON COLUMN {schema}.distractor_use.share IS 'Its share of the attempts in schools that saw it, in permille.';

CREATE VIEW {schema}.item_quality AS
SELECT
    q.item, q.skill, q.container, count(*)::int AS questions, sum(t.shown)::int AS shown,
    div(sum(t.correct) * 1000, sum(t.shown))::int AS accuracy,
    (min(t.correct * 1000 / t.shown))::int AS accuracy_least, (max(t.correct * 1000 / t.shown))::int AS accuracy_most
FROM catalogue.questions AS q
CROSS JOIN LATERAL (
    SELECT sum(shown) AS shown, sum(correct) AS correct FROM {schema}.question_stats WHERE question_id = q.number
) AS t
WHERE t.shown > 0
GROUP BY q.item, q.skill, q.container;
COMMENT ON VIEW {schema}.item_quality IS 'One row for each content item whose questions were met. To be asked for items.';
COMMENT ON COLUMN {schema}.item_quality.item IS 'The item''s id in the catalogue.';
COMMENT ON COLUMN {schema}.item_quality.skill IS 'Its skill''s id in the catalogue.';
COMMENT ON COLUMN {schema}.item_quality.container IS 'learn, experience or discover.';
COMMENT ON COLUMN {schema}.item_quality.questions IS 'Questions of it that were met.';
COMMENT ON COLUMN {schema}.item_quality.shown IS 'Attempts at them.';
COMMENT ON COLUMN {schema}.item_quality.accuracy IS 'Right attempts, in permille.';
COMMENT ON COLUMN {schema}.item_quality.accuracy_least IS 'The same for the hardest of its questions.';
COMMENT ON COLUMN {schema}.item_quality.accuracy_most IS 'The same for the easiest of its questions.';
