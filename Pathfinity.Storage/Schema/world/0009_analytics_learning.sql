-- What students can do, how they grow, and where they are stuck.

-- Norms are those of the student model: windows open in weeks 4, 20 and 32, the spread grows by 4 percent.
CREATE VIEW {schema}.benchmark_norms AS
SELECT
    subject::smallint, grade, window_number::smallint, round(autumn + gain * share)::int AS mean,
    round(deviation * (1 + 0.04 * share))::int AS deviation
FROM (VALUES
    (0, 'K', 1410, 123, 166), (0, '1', 1595, 128, 168), (0, '2', 1725, 140, 160), (0, '3', 1840, 155, 151),
    (0, '4', 1958, 158, 123), (0, '5', 2060, 162, 98), (0, '6', 2117, 169, 87), (0, '7', 2172, 176, 77),
    (0, '8', 2220, 183, 68), (0, '9', 2239, 185, 56), (0, '10', 2270, 186, 46), (0, '11', 2297, 187, 36),
    (0, '12', 2310, 188, 30), (1, 'K', 1380, 94, 139), (1, '1', 1563, 130, 130), (1, '2', 1717, 165, 113),
    (1, '3', 1850, 183, 91), (1, '4', 1956, 179, 67), (1, '5', 2040, 175, 47), (1, '6', 2092, 173, 37),
    (1, '7', 2127, 171, 29), (1, '8', 2160, 170, 21), (1, '9', 2162, 175, 13), (1, '10', 2180, 180, 7),
    (1, '11', 2195, 182, 6), (1, '12', 2198, 184, 5)
) AS norms (subject, grade, autumn, deviation, gain),
(VALUES (1, 0.0), (2, 16 / 28.0), (3, 1.0)) AS windows (window_number, share);
COMMENT ON VIEW {schema}.benchmark_norms IS 'One row for each subject, grade and benchmark window with norms: mathematics and reading, K to 12.';
COMMENT ON COLUMN {schema}.benchmark_norms.subject IS '0 math, 1 ela, 2 science, 3 social.';
COMMENT ON COLUMN {schema}.benchmark_norms.grade IS 'Grade: K, 1 .. 12.';
COMMENT ON COLUMN {schema}.benchmark_norms.window_number IS '1 autumn, 2 winter, 3 spring.';
COMMENT ON COLUMN {schema}.benchmark_norms.mean IS 'Mean score of the grade in the nation, in tenths of a point.';
COMMENT ON COLUMN {schema}.benchmark_norms.deviation IS 'Standard deviation of the grade in the nation, in tenths of a point.';

CREATE VIEW {schema}.benchmark_growth AS
SELECT
    b.student_id, b.year, b.subject, y.school_id, y.grade, b.autumn, b.winter, b.spring,
    coalesce(b.spring, b.winter) - b.autumn AS growth,
    CASE WHEN b.spring IS NOT NULL THEN s.mean WHEN b.winter IS NOT NULL THEN w.mean END - a.mean AS expected,
    coalesce(b.spring, b.winter) - b.autumn
        >= CASE WHEN b.spring IS NOT NULL THEN s.mean WHEN b.winter IS NOT NULL THEN w.mean END - a.mean AS met
FROM {schema}.student_benchmark AS b
JOIN {schema}.student_years AS y ON (y.student_id, y.year) = (b.student_id, b.year)
LEFT JOIN {schema}.benchmark_norms AS a ON (a.subject, a.grade, a.window_number) = (b.subject, y.grade, 1)
LEFT JOIN {schema}.benchmark_norms AS w ON (w.subject, w.grade, w.window_number) = (b.subject, y.grade, 2)
LEFT JOIN {schema}.benchmark_norms AS s ON (s.subject, s.grade, s.window_number) = (b.subject, y.grade, 3);
COMMENT ON VIEW {schema}.benchmark_growth IS 'One row for each student, school year and subject with a benchmark. Growth is measured from autumn to the latest later window.';
COMMENT ON COLUMN {schema}.benchmark_growth.student_id IS 'The student.';
COMMENT ON COLUMN {schema}.benchmark_growth.year IS 'School year, counted from 0.';
COMMENT ON COLUMN {schema}.benchmark_growth.subject IS '0 math, 1 ela, 2 science, 3 social.';
COMMENT ON COLUMN {schema}.benchmark_growth.school_id IS 'The student''s school in that year.';
COMMENT ON COLUMN {schema}.benchmark_growth.grade IS 'Grade in that year: PK, K, 1 .. 12.';
COMMENT ON COLUMN {schema}.benchmark_growth.autumn IS 'Score in autumn, in tenths of a point, or none.';
COMMENT ON COLUMN {schema}.benchmark_growth.winter IS 'The same in winter.';
COMMENT ON COLUMN {schema}.benchmark_growth.spring IS 'The same in spring.';
COMMENT ON COLUMN {schema}.benchmark_growth.growth IS 'Latest score less that of autumn, in tenths of a point; none without both.';
COMMENT ON COLUMN {schema}.benchmark_growth.expected IS 'The same difference between the norms'' means; none without norms.';
COMMENT ON COLUMN {schema}.benchmark_growth.met IS 'Whether growth reached what is expected.';

CREATE VIEW {schema}.growth_summary AS
SELECT
    school_id, year, grade, subject, count(*)::int AS students, round(avg(growth))::int AS growth,
    round(avg(expected))::int AS expected, (count(*) FILTER (WHERE met) * 1000 / count(*))::int AS met
FROM {schema}.benchmark_growth
WHERE growth IS NOT NULL AND expected IS NOT NULL
GROUP BY school_id, year, grade, subject;
COMMENT ON VIEW {schema}.growth_summary IS 'One row for each school, school year, grade and subject with growth that can be measured.';
COMMENT ON COLUMN {schema}.growth_summary.school_id IS 'The school.';
COMMENT ON COLUMN {schema}.growth_summary.year IS 'School year, counted from 0.';
COMMENT ON COLUMN {schema}.growth_summary.grade IS 'Grade in that year: PK, K, 1 .. 12.';
COMMENT ON COLUMN {schema}.growth_summary.subject IS '0 math, 1 ela, 2 science, 3 social.';
COMMENT ON COLUMN {schema}.growth_summary.students IS 'Students with growth.';
COMMENT ON COLUMN {schema}.growth_summary.growth IS 'Mean growth since autumn, in tenths of a point.';
COMMENT ON COLUMN {schema}.growth_summary.expected IS 'What the norms expect of them, in tenths of a point.';
COMMENT ON COLUMN {schema}.growth_summary.met IS 'Students who reached what is expected, in permille.';

CREATE VIEW {schema}.benchmark_proficiency AS
SELECT
    y.school_id, b.year, y.grade, b.subject, n.window_number, count(*)::int AS tested, round(avg(score))::int AS score,
    n.mean AS norm, (count(*) FILTER (WHERE score < n.mean - n.deviation))::int AS far_below,
    (count(*) FILTER (WHERE score >= n.mean - n.deviation AND score < n.mean))::int AS below,
    (count(*) FILTER (WHERE score >= n.mean AND score < n.mean + n.deviation))::int AS above,
    (count(*) FILTER (WHERE score >= n.mean + n.deviation))::int AS far_above,
    (count(*) FILTER (WHERE score >= n.mean) * 1000 / count(*))::int AS proficient
FROM {schema}.student_benchmark AS b
JOIN {schema}.student_years AS y ON (y.student_id, y.year) = (b.student_id, b.year)
CROSS JOIN LATERAL (VALUES (1, b.autumn), (2, b.winter), (3, b.spring)) AS scores (window_number, score)
JOIN {schema}.benchmark_norms AS n
    ON (n.subject, n.grade, n.window_number) = (b.subject, y.grade, scores.window_number)
WHERE score IS NOT NULL
GROUP BY y.school_id, b.year, y.grade, b.subject, n.window_number, n.mean;
COMMENT ON VIEW {schema}.benchmark_proficiency IS 'One row for each school, school year, grade, subject and benchmark window with a test.';
COMMENT ON COLUMN {schema}.benchmark_proficiency.school_id IS 'The school.';
COMMENT ON COLUMN {schema}.benchmark_proficiency.year IS 'School year, counted from 0.';
COMMENT ON COLUMN {schema}.benchmark_proficiency.grade IS 'Grade in that year: PK, K, 1 .. 12.';
COMMENT ON COLUMN {schema}.benchmark_proficiency.subject IS '0 math, 1 ela, 2 science, 3 social.';
COMMENT ON COLUMN {schema}.benchmark_proficiency.window_number IS '1 autumn, 2 winter, 3 spring.';
COMMENT ON COLUMN {schema}.benchmark_proficiency.tested IS 'Students tested.';
COMMENT ON COLUMN {schema}.benchmark_proficiency.score IS 'Mean score, in tenths of a point.';
COMMENT ON COLUMN {schema}.benchmark_proficiency.norm IS 'Mean of the grade in the nation, in tenths of a point.';
COMMENT ON COLUMN {schema}.benchmark_proficiency.far_below IS 'Students more than a standard deviation below the norm.';
COMMENT ON COLUMN {schema}.benchmark_proficiency.below IS 'Students below the norm, by a standard deviation at most.';
COMMENT ON COLUMN {schema}.benchmark_proficiency.above IS 'Students at the norm or above, by less than a standard deviation.';
COMMENT ON COLUMN {schema}.benchmark_proficiency.far_above IS 'Students a standard deviation or more above the norm.';
COMMENT ON COLUMN {schema}.benchmark_proficiency.proficient IS 'Students at the norm or above, in permille of those tested.';

CREATE VIEW {schema}.test_results AS
SELECT
    classroom_id, subject, kind, window_number, taken, retaken, correct * 1000 / nullif(items, 0) AS right_answers,
    passed * 1000 / taken AS passed
FROM {schema}.classroom_tests;
COMMENT ON VIEW {schema}.test_results IS 'One row for each classroom, subject, kind of test and window or unit.';
COMMENT ON COLUMN {schema}.test_results.classroom_id IS 'The classroom.';
COMMENT ON COLUMN {schema}.test_results.subject IS '0 math, 1 ela, 2 science, 3 social.';
COMMENT ON COLUMN {schema}.test_results.kind IS '0 diagnostic at the start of a year, 1 unit check, 2 benchmark.';
COMMENT ON COLUMN {schema}.test_results.window_number IS 'Benchmark: 1 autumn, 2 winter, 3 spring. Unit check: the unit, from 1. Else 0.';
COMMENT ON COLUMN {schema}.test_results.taken IS 'Tests taken.';
COMMENT ON COLUMN {schema}.test_results.retaken IS 'Those among them that repeat an earlier one.';
COMMENT ON COLUMN {schema}.test_results.right_answers IS 'Questions answered right, in permille.';
COMMENT ON COLUMN {schema}.test_results.passed IS 'Tests with 60 percent right or more, in permille.';

CREATE VIEW {schema}.skill_mastery AS
SELECT
    classroom_id, skill_id, met, mastered, attempts, correct * 1000 / attempts AS accuracy, response_ms / attempts AS response_ms_mean,
    stuck, freed, stuck * 1000 / nullif(met, 0) AS stuck_share
FROM {schema}.classroom_skill;
COMMENT ON VIEW {schema}.skill_mastery IS 'One row for each classroom and skill that its students met.';
COMMENT ON COLUMN {schema}.skill_mastery.classroom_id IS 'The classroom.';
COMMENT ON COLUMN {schema}.skill_mastery.skill_id IS 'Skill: its number in the catalogue.';
COMMENT ON COLUMN {schema}.skill_mastery.met IS 'Students who met the skill here for the first time.';
COMMENT ON COLUMN {schema}.skill_mastery.mastered IS 'Times that it became mastered here.';
COMMENT ON COLUMN {schema}.skill_mastery.attempts IS 'Attempts.';
COMMENT ON COLUMN {schema}.skill_mastery.accuracy IS 'Right attempts, in permille.';
COMMENT ON COLUMN {schema}.skill_mastery.response_ms_mean IS 'Mean time from question to answer, in milliseconds.';
COMMENT ON COLUMN {schema}.skill_mastery.stuck IS 'Students whose estimate was below 800 permille after their 15th attempt.';
COMMENT ON COLUMN {schema}.skill_mastery.freed IS 'Times that it became mastered after the 15th attempt.';
COMMENT ON COLUMN {schema}.skill_mastery.stuck_share IS 'stuck / met, in permille; none when all had met it before.';

CREATE VIEW {schema}.standard_mastery AS
SELECT
    c.school_id, c.year, standard, count(DISTINCT m.skill_id)::int AS skills, sum(m.met)::int AS met,
    sum(m.mastered)::int AS mastered, sum(m.attempts)::bigint AS attempts,
    (sum(m.correct) * 1000 / sum(m.attempts))::int AS accuracy,
    (sum(m.mastered) * 1000 / nullif(sum(m.met), 0))::int AS mastered_share
FROM {schema}.classroom_skill AS m
JOIN {schema}.classrooms AS c ON c.id = m.classroom_id
JOIN catalogue.skills AS s ON s.number = m.skill_id
CROSS JOIN LATERAL unnest(s.standards) AS standard
GROUP BY c.school_id, c.year, standard;
COMMENT ON VIEW {schema}.standard_mastery IS 'One row for each school, school year and standard whose skills were met. A skill of several standards counts for each.';
COMMENT ON COLUMN {schema}.standard_mastery.school_id IS 'The school.';
COMMENT ON COLUMN {schema}.standard_mastery.year IS 'School year, counted from 0.';
COMMENT ON COLUMN {schema}.standard_mastery.standard IS 'Code of the standard.';
COMMENT ON COLUMN {schema}.standard_mastery.skills IS 'Skills of the standard that were met.';
COMMENT ON COLUMN {schema}.standard_mastery.met IS 'Times that a student met one of them for the first time.';
COMMENT ON COLUMN {schema}.standard_mastery.mastered IS 'Times that one became mastered.';
COMMENT ON COLUMN {schema}.standard_mastery.attempts IS 'Attempts.';
COMMENT ON COLUMN {schema}.standard_mastery.accuracy IS 'Right attempts, in permille.';
COMMENT ON COLUMN {schema}.standard_mastery.mastered_share IS 'mastered / met, in permille; skills met in an earlier year may bring it above 1000.';

CREATE VIEW {schema}.struggle AS
SELECT
    c.school_id, c.year, s.subject, s.grade, sum(m.met)::int AS met, sum(m.stuck)::int AS stuck, sum(m.freed)::int AS freed,
    (sum(m.stuck) * 1000 / nullif(sum(m.met), 0))::int AS stuck_share
FROM {schema}.classroom_skill AS m
JOIN {schema}.classrooms AS c ON c.id = m.classroom_id
JOIN catalogue.skills AS s ON s.number = m.skill_id
GROUP BY c.school_id, c.year, s.subject, s.grade;
COMMENT ON VIEW {schema}.struggle IS 'One row for each school, school year, subject and grade of skills: how often work on a skill led nowhere.';
COMMENT ON COLUMN {schema}.struggle.school_id IS 'The school.';
COMMENT ON COLUMN {schema}.struggle.year IS 'School year, counted from 0.';
COMMENT ON COLUMN {schema}.struggle.subject IS 'math, ela, science or social.';
COMMENT ON COLUMN {schema}.struggle.grade IS 'Grade of the skills: PK, K, 1 .. 12.';
COMMENT ON COLUMN {schema}.struggle.met IS 'Times that a student met a skill for the first time.';
COMMENT ON COLUMN {schema}.struggle.stuck IS 'Times that the estimate was below 800 permille after the 15th attempt.';
COMMENT ON COLUMN {schema}.struggle.freed IS 'Times that a skill became mastered after the 15th attempt.';
COMMENT ON COLUMN {schema}.struggle.stuck_share IS 'stuck / met, in permille.';

CREATE VIEW {schema}.wheel_spinning AS
SELECT
    student_id, skill_id, attempts, correct * 1000 / attempts AS accuracy, mastery, div(response_ms, 60000)::int AS minutes,
    hints * 1000 / attempts AS hints, first_practised_at, last_practised_at
FROM {schema}.student_skill
WHERE attempts >= 15 AND mastered_at IS NULL;
COMMENT ON VIEW {schema}.wheel_spinning IS 'One row for each student and skill with 15 attempts or more and without mastery. To be asked for a student, or a classroom''s students.';
COMMENT ON COLUMN {schema}.wheel_spinning.student_id IS 'The student.';
COMMENT ON COLUMN {schema}.wheel_spinning.skill_id IS 'Skill: its number in the catalogue.';
COMMENT ON COLUMN {schema}.wheel_spinning.attempts IS 'Attempts.';
COMMENT ON COLUMN {schema}.wheel_spinning.accuracy IS 'Right attempts, in permille.';
COMMENT ON COLUMN {schema}.wheel_spinning.mastery IS 'Estimate after the last attempt, in permille.';
COMMENT ON COLUMN {schema}.wheel_spinning.minutes IS 'Time from question to answer in all, in whole minutes.';
COMMENT ON COLUMN {schema}.wheel_spinning.hints IS 'Hints taken, for a thousand attempts.';
COMMENT ON COLUMN {schema}.wheel_spinning.first_practised_at IS 'When it was first answered.';
COMMENT ON COLUMN {schema}.wheel_spinning.last_practised_at IS 'When it was last answered.';
