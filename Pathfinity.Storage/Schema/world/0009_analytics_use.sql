-- Who works, how much, and who is there.

CREATE VIEW {schema}.daily_active_students AS
SELECT d.school_id, d.day, d.students, s.enrolled, d.students * 1000 / s.enrolled AS share
FROM {schema}.school_day AS d
JOIN {schema}.school_years AS y ON d.day BETWEEN y.first_day AND y.last_day
JOIN (SELECT school_id, year, count(*)::int AS enrolled FROM {schema}.student_years GROUP BY school_id, year) AS s
    ON (s.school_id, s.year) = (d.school_id, y.year);
COMMENT ON VIEW {schema}.daily_active_students IS 'One row for each school and day with activity: who worked.';
COMMENT ON COLUMN {schema}.daily_active_students.school_id IS 'The school.';
COMMENT ON COLUMN {schema}.daily_active_students.day IS 'School day.';
COMMENT ON COLUMN {schema}.daily_active_students.students IS 'Students with an attempt.';
COMMENT ON COLUMN {schema}.daily_active_students.enrolled IS 'Students of the school in that school year.';
COMMENT ON COLUMN {schema}.daily_active_students.share IS 'students / enrolled, in permille.';

CREATE VIEW {schema}.weekly_active_students AS
SELECT
    a.school_id, a.first_day AS week, a.students, a.newcomers, a.retained, a.students - a.newcomers - a.retained AS resumed,
    coalesce(b.students, 0) AS before, a.retained * 1000 / b.students AS retention
FROM {schema}.school_active AS a
LEFT JOIN {schema}.school_active AS b
    ON (b.school_id, b.grain, b.first_day) = (a.school_id, a.grain, (a.first_day - interval '1 week')::date)
WHERE a.grain = 'week';
COMMENT ON VIEW {schema}.weekly_active_students IS 'One row for each school and week with an attempt: who worked, and who came back.';
COMMENT ON COLUMN {schema}.weekly_active_students.school_id IS 'The school.';
COMMENT ON COLUMN {schema}.weekly_active_students.week IS 'Monday of the week.';
COMMENT ON COLUMN {schema}.weekly_active_students.students IS 'Students with an attempt.';
COMMENT ON COLUMN {schema}.weekly_active_students.newcomers IS 'Those among them whose first attempt of all it was.';
COMMENT ON COLUMN {schema}.weekly_active_students.retained IS 'Those among them who worked in the week before as well.';
COMMENT ON COLUMN {schema}.weekly_active_students.resumed IS 'Those among them who had worked, but not in the week before.';
COMMENT ON COLUMN {schema}.weekly_active_students.before IS 'Students with an attempt in the week before.';
COMMENT ON COLUMN {schema}.weekly_active_students.retention IS 'retained / before, in permille; none when nobody worked in the week before.';

CREATE VIEW {schema}.monthly_active_students AS
SELECT
    a.school_id, a.first_day AS month, a.students, a.newcomers, a.retained, a.students - a.newcomers - a.retained AS resumed,
    coalesce(b.students, 0) AS before, a.retained * 1000 / b.students AS retention
FROM {schema}.school_active AS a
LEFT JOIN {schema}.school_active AS b
    ON (b.school_id, b.grain, b.first_day) = (a.school_id, a.grain, (a.first_day - interval '1 month')::date)
WHERE a.grain = 'month';
COMMENT ON VIEW {schema}.monthly_active_students IS 'One row for each school and month with an attempt: who worked, and who came back.';
COMMENT ON COLUMN {schema}.monthly_active_students.school_id IS 'The school.';
COMMENT ON COLUMN {schema}.monthly_active_students.month IS 'First day of the month.';
COMMENT ON COLUMN {schema}.monthly_active_students.students IS 'Students with an attempt.';
COMMENT ON COLUMN {schema}.monthly_active_students.newcomers IS 'Those among them whose first attempt of all it was.';
COMMENT ON COLUMN {schema}.monthly_active_students.retained IS 'Those among them who worked in the month before as well.';
COMMENT ON COLUMN {schema}.monthly_active_students.resumed IS 'Those among them who had worked, but not in the month before.';
COMMENT ON COLUMN {schema}.monthly_active_students.before IS 'Students with an attempt in the month before.';
COMMENT ON COLUMN {schema}.monthly_active_students.retention IS 'retained / before, in permille; none when nobody worked in the month before.';

CREATE VIEW {schema}.engagement_week AS
SELECT
    d.school_id, a.first_day AS week, count(*) FILTER (WHERE d.attempts > 0)::int AS days, a.students,
    sum(d.sessions)::int AS sessions, div(sum(d.session_ms), 60000)::bigint AS minutes, sum(d.attempts)::int AS attempts,
    (sum(d.correct) * 1000 / sum(d.attempts))::int AS accuracy, sum(d.mastered)::int AS mastered,
    sum(d.visits)::int AS visits, (sum(d.visits_completed) * 1000 / nullif(sum(d.visits), 0))::int AS visits_completed,
    div(sum(d.session_ms), 60000 * a.students::bigint)::int AS minutes_per_student,
    (sum(d.attempts) / a.students)::int AS attempts_per_student
FROM {schema}.school_day AS d
JOIN {schema}.school_active AS a
    ON a.school_id = d.school_id AND a.grain = 'week' AND a.first_day = date_trunc('week', d.day)::date
GROUP BY d.school_id, a.first_day, a.students;
COMMENT ON VIEW {schema}.engagement_week IS 'One row for each school and week with an attempt: how much was done, and for how long.';
COMMENT ON COLUMN {schema}.engagement_week.school_id IS 'The school.';
COMMENT ON COLUMN {schema}.engagement_week.week IS 'Monday of the week.';
COMMENT ON COLUMN {schema}.engagement_week.days IS 'Days with an attempt.';
COMMENT ON COLUMN {schema}.engagement_week.students IS 'Students with an attempt.';
COMMENT ON COLUMN {schema}.engagement_week.sessions IS 'Sittings ended.';
COMMENT ON COLUMN {schema}.engagement_week.minutes IS 'Length of these sittings, in whole minutes.';
COMMENT ON COLUMN {schema}.engagement_week.attempts IS 'Attempts.';
COMMENT ON COLUMN {schema}.engagement_week.accuracy IS 'Right attempts, in permille.';
COMMENT ON COLUMN {schema}.engagement_week.mastered IS 'Skills that became mastered.';
COMMENT ON COLUMN {schema}.engagement_week.visits IS 'Visits ended.';
COMMENT ON COLUMN {schema}.engagement_week.visits_completed IS 'Visits brought to their end, in permille of visits.';
COMMENT ON COLUMN {schema}.engagement_week.minutes_per_student IS 'minutes / students.';
COMMENT ON COLUMN {schema}.engagement_week.attempts_per_student IS 'attempts / students.';

CREATE VIEW {schema}.classroom_week AS
SELECT
    classroom_id, date_trunc('week', day)::date AS week, count(*) FILTER (WHERE attempts > 0)::int AS days,
    max(students) AS students_most, sum(attempts)::int AS attempts,
    (sum(correct) * 1000 / nullif(sum(attempts), 0))::int AS accuracy,
    (sum(hints) * 1000 / nullif(sum(attempts), 0))::int AS hints, div(sum(session_ms), 60000)::bigint AS minutes,
    sum(mastered)::int AS mastered, (sum(visits_completed) * 1000 / nullif(sum(visits), 0))::int AS visits_completed
FROM {schema}.classroom_day
GROUP BY classroom_id, date_trunc('week', day)::date;
COMMENT ON VIEW {schema}.classroom_week IS 'One row for each classroom and week with activity of its subject, at school or at home.';
COMMENT ON COLUMN {schema}.classroom_week.classroom_id IS 'The classroom.';
COMMENT ON COLUMN {schema}.classroom_week.week IS 'Monday of the week.';
COMMENT ON COLUMN {schema}.classroom_week.days IS 'Days with an attempt.';
COMMENT ON COLUMN {schema}.classroom_week.students_most IS 'Students with an attempt, on the day on which they were most.';
COMMENT ON COLUMN {schema}.classroom_week.attempts IS 'Attempts.';
COMMENT ON COLUMN {schema}.classroom_week.accuracy IS 'Right attempts, in permille.';
COMMENT ON COLUMN {schema}.classroom_week.hints IS 'Hints taken, for a thousand attempts.';
COMMENT ON COLUMN {schema}.classroom_week.minutes IS 'Length of the sittings at school, in whole minutes.';
COMMENT ON COLUMN {schema}.classroom_week.mastered IS 'Skills that became mastered.';
COMMENT ON COLUMN {schema}.classroom_week.visits_completed IS 'Visits brought to their end, in permille.';

CREATE VIEW {schema}.attendance_week AS
SELECT
    school_id, date_trunc('week', day)::date AS week, sum(present)::int AS present, sum(absent)::int AS absent,
    sum(tardy)::int AS tardy, (sum(present + tardy) * 1000 / sum(present + absent + tardy))::int AS attendance
FROM {schema}.school_day
GROUP BY school_id, date_trunc('week', day)::date
HAVING sum(present + absent + tardy) > 0;
COMMENT ON VIEW {schema}.attendance_week IS 'One row for each school and week in which attendance was taken.';
COMMENT ON COLUMN {schema}.attendance_week.school_id IS 'The school.';
COMMENT ON COLUMN {schema}.attendance_week.week IS 'Monday of the week.';
COMMENT ON COLUMN {schema}.attendance_week.present IS 'Student-days present and in time.';
COMMENT ON COLUMN {schema}.attendance_week.absent IS 'Student-days absent.';
COMMENT ON COLUMN {schema}.attendance_week.tardy IS 'Student-days that began late.';
COMMENT ON COLUMN {schema}.attendance_week.attendance IS '(present + tardy) / all student-days, in permille.';

CREATE VIEW {schema}.student_attendance AS
SELECT
    student_id, year, present + absent + tardy AS days, absent, tardy,
    absent * 1000 / (present + absent + tardy) AS absence, absent * 10 >= present + absent + tardy AS chronic
FROM {schema}.student_totals
WHERE present + absent + tardy > 0;
COMMENT ON VIEW {schema}.student_attendance IS 'One row for each student and school year in which attendance was taken.';
COMMENT ON COLUMN {schema}.student_attendance.student_id IS 'The student.';
COMMENT ON COLUMN {schema}.student_attendance.year IS 'School year, counted from 0.';
COMMENT ON COLUMN {schema}.student_attendance.days IS 'Days on which attendance was taken.';
COMMENT ON COLUMN {schema}.student_attendance.absent IS 'Days absent.';
COMMENT ON COLUMN {schema}.student_attendance.tardy IS 'Days that began late.';
COMMENT ON COLUMN {schema}.student_attendance.absence IS 'absent / days, in permille.';
COMMENT ON COLUMN {schema}.student_attendance.chronic IS 'Whether a tenth of the days or more was missed.';

CREATE VIEW {schema}.chronic_absence AS
SELECT
    school_id, year, grade, count(*)::int AS students, count(*) FILTER (WHERE chronic)::int AS chronic,
    count(*) FILTER (WHERE absence >= 200)::int AS severe, (count(*) FILTER (WHERE chronic) * 1000 / count(*))::int AS share
FROM {schema}.student_attendance JOIN {schema}.student_years USING (student_id, year)
GROUP BY school_id, year, grade;
COMMENT ON VIEW {schema}.chronic_absence IS 'One row for each school, school year and grade in which attendance was taken.';
COMMENT ON COLUMN {schema}.chronic_absence.school_id IS 'The school.';
COMMENT ON COLUMN {schema}.chronic_absence.year IS 'School year, counted from 0.';
COMMENT ON COLUMN {schema}.chronic_absence.grade IS 'Grade in that year: PK, K, 1 .. 12.';
COMMENT ON COLUMN {schema}.chronic_absence.students IS 'Students whose attendance was taken.';
COMMENT ON COLUMN {schema}.chronic_absence.chronic IS 'Students who missed a tenth of their days or more.';
COMMENT ON COLUMN {schema}.chronic_absence.severe IS 'Students who missed a fifth or more.';
COMMENT ON COLUMN {schema}.chronic_absence.share IS 'chronic / students, in permille.';

CREATE VIEW {schema}.subgroup_year AS
WITH groups AS (
    SELECT
        t.year,
        CASE WHEN grouping(s.gender) = 0 THEN 'gender' WHEN grouping(s.race_ethnicity) = 0 THEN 'race_ethnicity'
            WHEN grouping(s.iep) = 0 THEN 'iep' WHEN grouping(s.ell) = 0 THEN 'ell' WHEN grouping(s.frl) = 0 THEN 'frl'
            ELSE 'level' END AS kind,
        coalesce(s.gender, s.race_ethnicity, CASE s.iep WHEN true THEN 'yes' WHEN false THEN 'no' END,
            CASE s.ell WHEN true THEN 'yes' WHEN false THEN 'no' END,
            CASE s.frl WHEN true THEN 'yes' WHEN false THEN 'no' END, c.level) AS member,
        count(*)::int AS students,
        (sum(t.attempts) / count(*))::int AS attempts, (sum(t.correct) * 1000 / nullif(sum(t.attempts), 0))::int AS accuracy,
        div(sum(t.session_ms), 60000 * count(*))::int AS minutes, (sum(t.mastered) * 10 / count(*))::int AS mastered,
        (sum(t.absent) * 1000 / nullif(sum(t.present + t.absent + t.tardy), 0))::int AS absence
    FROM {schema}.student_totals AS t
    JOIN {schema}.students AS s ON s.id = t.student_id
    JOIN {schema}.student_years AS y ON (y.student_id, y.year) = (t.student_id, t.year)
    JOIN {schema}.schools AS c ON c.id = y.school_id
    GROUP BY GROUPING SETS (
        (t.year, s.gender), (t.year, s.race_ethnicity), (t.year, s.iep), (t.year, s.ell), (t.year, s.frl), (t.year, c.level))
), ranked AS (
    SELECT
        *, count(*) FILTER (WHERE students < 10) OVER kinds AS small,
        row_number() OVER (PARTITION BY year, kind ORDER BY students, member) AS place
    FROM groups WINDOW kinds AS (PARTITION BY year, kind)
), hidden AS (
    SELECT *, students < 10 OR (small = 1 AND place = 2) AS suppressed FROM ranked
)
SELECT
    year, kind, member, suppressed, CASE WHEN NOT suppressed THEN students END AS students,
    CASE WHEN NOT suppressed THEN attempts END AS attempts, CASE WHEN NOT suppressed THEN accuracy END AS accuracy,
    CASE WHEN NOT suppressed THEN minutes END AS minutes, CASE WHEN NOT suppressed THEN mastered END AS mastered,
    CASE WHEN NOT suppressed THEN absence END AS absence
FROM hidden;
COMMENT ON VIEW {schema}.subgroup_year IS 'One row for each school year and group of students. Figures of groups under ten students are not shown; where only one group of its kind is so small, those of the next smallest are not shown either, or they would follow from the whole.';
COMMENT ON COLUMN {schema}.subgroup_year.year IS 'School year, counted from 0.';
COMMENT ON COLUMN {schema}.subgroup_year.kind IS 'gender, race_ethnicity, iep, ell, frl, or level of school.';
COMMENT ON COLUMN {schema}.subgroup_year.member IS 'The group: a value of that kind; yes or no for iep, ell and frl.';
COMMENT ON COLUMN {schema}.subgroup_year.suppressed IS 'Whether its figures are not shown.';
COMMENT ON COLUMN {schema}.subgroup_year.students IS 'Students with activity.';
COMMENT ON COLUMN {schema}.subgroup_year.attempts IS 'Attempts for each student.';
COMMENT ON COLUMN {schema}.subgroup_year.accuracy IS 'Right attempts, in permille.';
COMMENT ON COLUMN {schema}.subgroup_year.minutes IS 'Time in sittings for each student, in whole minutes.';
COMMENT ON COLUMN {schema}.subgroup_year.mastered IS 'Tenths of a skill mastered for each student.';
COMMENT ON COLUMN {schema}.subgroup_year.absence IS 'Days absent, in permille of days.';

CREATE VIEW {schema}.cohort_year AS
SELECT
    entry_year, entry_grade, year, students < 10 AS suppressed, CASE WHEN students >= 10 THEN students END AS students,
    CASE WHEN students >= 10 THEN attempts END AS attempts, CASE WHEN students >= 10 THEN accuracy END AS accuracy,
    CASE WHEN students >= 10 THEN minutes END AS minutes, CASE WHEN students >= 10 THEN mastered END AS mastered,
    CASE WHEN students >= 10 THEN absence END AS absence
FROM (
    SELECT
        s.entry_year, s.entry_grade, t.year, count(*)::int AS students,
        (sum(t.attempts) / count(*))::int AS attempts, (sum(t.correct) * 1000 / nullif(sum(t.attempts), 0))::int AS accuracy,
        div(sum(t.session_ms), 60000 * count(*))::int AS minutes, (sum(t.mastered) * 10 / count(*))::int AS mastered,
        (sum(t.absent) * 1000 / nullif(sum(t.present + t.absent + t.tardy), 0))::int AS absence
    FROM {schema}.student_totals AS t JOIN {schema}.students AS s ON s.id = t.student_id
    GROUP BY s.entry_year, s.entry_grade, t.year
) AS cohorts;
COMMENT ON VIEW {schema}.cohort_year IS 'One row for each cohort (students who entered the world in the same year and grade) and school year. Figures of cohorts under ten students are not shown.';
COMMENT ON COLUMN {schema}.cohort_year.entry_year IS 'School year in which they entered, counted from 0.';
COMMENT ON COLUMN {schema}.cohort_year.entry_grade IS 'Grade in that year.';
COMMENT ON COLUMN {schema}.cohort_year.year IS 'School year, counted from 0.';
COMMENT ON COLUMN {schema}.cohort_year.suppressed IS 'Whether its figures are not shown.';
COMMENT ON COLUMN {schema}.cohort_year.students IS 'Students with activity.';
COMMENT ON COLUMN {schema}.cohort_year.attempts IS 'Attempts for each student.';
COMMENT ON COLUMN {schema}.cohort_year.accuracy IS 'Right attempts, in permille.';
COMMENT ON COLUMN {schema}.cohort_year.minutes IS 'Time in sittings for each student, in whole minutes.';
COMMENT ON COLUMN {schema}.cohort_year.mastered IS 'Tenths of a skill mastered for each student.';
COMMENT ON COLUMN {schema}.cohort_year.absence IS 'Days absent, in permille of days.';
