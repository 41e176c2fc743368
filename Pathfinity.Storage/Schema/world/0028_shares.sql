-- A share is no more than all, and who is right but for a later day does not turn in circles.

CREATE OR REPLACE VIEW {schema}.standard_mastery AS
SELECT
    c.school_id, c.year, standard, count(DISTINCT m.skill_id)::int AS skills, sum(m.met)::int AS met,
    sum(m.mastered)::int AS mastered, sum(m.attempts)::bigint AS attempts,
    (sum(m.correct) * 1000 / sum(m.attempts))::int AS accuracy,
    CASE WHEN sum(m.met) > 0 THEN least(1000, sum(m.mastered) * 1000 / sum(m.met)) END::int AS mastered_share
FROM {schema}.classroom_skill AS m
JOIN {schema}.classrooms AS c ON c.id = m.classroom_id
JOIN catalogue.skills AS s ON s.number = m.skill_id
CROSS JOIN LATERAL unnest(s.standards) AS standard
GROUP BY c.school_id, c.year, standard;
COMMENT ON COLUMN {schema}.standard_mastery.mastered_share IS 'mastered / met, in permille, 1000 at most: skills met in an earlier year are mastered, too.';

CREATE OR REPLACE VIEW {schema}.wheel_spinning AS
SELECT
    student_id, skill_id, attempts, correct * 1000 / attempts AS accuracy, mastery, div(response_ms, 60000)::int AS minutes,
    hints * 1000 / attempts AS hints, first_practised_at, last_practised_at
FROM {schema}.student_skill
WHERE attempts >= 15 AND mastery < 800 AND mastered_at IS NULL;
COMMENT ON VIEW {schema}.wheel_spinning IS 'One row for each student and skill with 15 attempts or more, an estimate below 800 permille and without mastery. To be asked for a student, or a classroom''s students.';
