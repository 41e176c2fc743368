-- Co-teachers, the year's plan of each course and how classes keep to it, groups within a class, and who goes where.

ALTER TABLE {schema}.classrooms ADD COLUMN co_teacher_id int REFERENCES {schema}.teachers;
COMMENT ON COLUMN {schema}.classrooms.co_teacher_id IS 'A second teacher who is in the room with the first; or none.';
COMMENT ON COLUMN {schema}.teachers.id IS 'Ordinal in the world; co-teachers have those from 1000000 on, a thousand for each school.';

COMMENT ON COLUMN {schema}.interventions.kind IS '0 assignment, 1 small group, 2 tutoring, 3 message home, 4 praise, 5 move on; to another group of the class: 6 to support, 7 to core, 8 to extension.';
COMMENT ON COLUMN {schema}.interventions.trigger IS 'What the teacher saw: 0 struggle, 1 wheel-spinning, 2 a gap of several students, 3 idleness, 4 absence, 5 success, 6 far behind the pacing guide, 7 the work of some weeks, when groups are formed anew.';
COMMENT ON COLUMN {schema}.intervention_week.kind IS '0 assignment, 1 small group, 2 tutoring, 3 message home, 4 praise, 5 move on; to another group of the class: 6 to support, 7 to core, 8 to extension.';
COMMENT ON COLUMN {schema}.intervention_week.trigger IS 'What the teacher saw: 0 struggle, 1 wheel-spinning, 2 a gap of several students, 3 idleness, 4 absence, 5 success, 6 far behind the pacing guide, 7 the work of some weeks, when groups are formed anew.';
COMMENT ON COLUMN {schema}.intervention_effect.kind IS '0 assignment, 1 small group, 2 tutoring, 3 message home, 4 praise, 5 move on; to another group of the class: 6 to support, 7 to core, 8 to extension.';
COMMENT ON COLUMN {schema}.intervention_effect.trigger IS 'What the teacher saw: 0 struggle, 1 wheel-spinning, 2 a gap of several students, 3 idleness, 4 absence, 5 success, 6 far behind the pacing guide, 7 the work of some weeks, when groups are formed anew.';

-- A course's skills in the order of the release with which its year begins, spread evenly over all weeks but the last three.
-- A standard year begins on the first Monday from August 14 on and has 41 weeks, a continuous one has 52.
CREATE VIEW {schema}.pacing_guide AS
WITH calendar AS (
    SELECT
        spec ~ '(^|\n)calendar: continuous' AS is_continuous, first_day,
        make_date(extract(year FROM first_day)::int, 8, 14) AS august
    FROM {schema}.world
), anchor AS (
    SELECT
        CASE WHEN is_continuous THEN 52 ELSE 41 END AS weeks, is_continuous, date_trunc('week', first_day)::date AS monday,
        extract(year FROM august)::int - (first_day < august + (8 - extract(isodow FROM august)::int) % 7)::int AS first_year
    FROM calendar
), years AS (
    SELECT
        y.year, a.weeks, a.weeks - 3 AS planned,
        CASE WHEN is_continuous THEN monday + 364 * y.year
            ELSE make_date(first_year + y.year, 8, 14)
                + (8 - extract(isodow FROM make_date(first_year + y.year, 8, 14))::int) % 7 END AS start,
        (SELECT j.value FROM {schema}.journal AS j WHERE j.kind = 'release' AND j.day <= y.first_day ORDER BY j.number DESC LIMIT 1) AS release
    FROM {schema}.school_years AS y CROSS JOIN anchor AS a
), skills AS (
    SELECT
        y.year, y.weeks, y.planned, y.start, r.number AS skill_id, k.subject, k.grade,
        (row_number() OVER cell - 1)::int AS place, (count(*) OVER (PARTITION BY y.year, k.subject, k.grade))::int AS skills
    FROM years AS y
    JOIN catalogue.release_skills AS r ON r.release = y.release
    JOIN catalogue.skills AS k ON k.number = r.number
    WINDOW cell AS (PARTITION BY y.year, k.subject, k.grade ORDER BY r.ordinal)
)
SELECT
    s.year, c.id AS course_id, array_position(ARRAY['math', 'ela', 'science', 'social'], s.subject) - 1 AS subject, s.skill_id,
    s.place, s.skills, s.start + 7 * (s.place * s.planned / s.skills) AS first_day,
    s.start + CASE WHEN s.place = s.skills - 1 THEN 7 * s.weeks
        ELSE 7 * greatest(s.place * s.planned / s.skills + 1, (s.place + 1) * s.planned / s.skills) END - 1 AS last_day
FROM skills AS s
JOIN {schema}.courses AS c ON c.grade = s.grade AND (c.subject = s.subject OR c.subject IS NULL);
COMMENT ON VIEW {schema}.pacing_guide IS 'One row for each school year, course and skill: the weeks in which the course plans the skill, the same for all its sections.';
COMMENT ON COLUMN {schema}.pacing_guide.year IS 'School year, counted from 0.';
COMMENT ON COLUMN {schema}.pacing_guide.course_id IS 'The course.';
COMMENT ON COLUMN {schema}.pacing_guide.subject IS '0 math, 1 ela, 2 science, 3 social.';
COMMENT ON COLUMN {schema}.pacing_guide.skill_id IS 'The skill: its number in the catalogue.';
COMMENT ON COLUMN {schema}.pacing_guide.place IS 'Its place among the course''s skills of the subject, from 0.';
COMMENT ON COLUMN {schema}.pacing_guide.skills IS 'Number of these.';
COMMENT ON COLUMN {schema}.pacing_guide.first_day IS 'Monday of the first week planned for it.';
COMMENT ON COLUMN {schema}.pacing_guide.last_day IS 'Sunday of the last.';

CREATE TABLE {schema}.classroom_pace (
    classroom_id int NOT NULL,
    week         date NOT NULL,
    subject      smallint NOT NULL,
    met          int NOT NULL,
    places       bigint NOT NULL,
    PRIMARY KEY (classroom_id, week, subject)
);
COMMENT ON TABLE {schema}.classroom_pace IS 'One row for each classroom, week and subject in which a student met a skill of the course for the first time.';
COMMENT ON COLUMN {schema}.classroom_pace.classroom_id IS 'The classroom.';
COMMENT ON COLUMN {schema}.classroom_pace.week IS 'Monday of the week.';
COMMENT ON COLUMN {schema}.classroom_pace.subject IS '0 math, 1 ela, 2 science, 3 social.';
COMMENT ON COLUMN {schema}.classroom_pace.met IS 'Skills of the course met for the first time, each student and skill counted.';
COMMENT ON COLUMN {schema}.classroom_pace.places IS 'Sum of their places in the pacing guide.';

INSERT INTO {schema}.classroom_pace
SELECT a.classroom_id, date_trunc('week', a.day)::date, g.subject, count(*)::int, sum(g.place)
FROM {schema}.attempts AS a
JOIN {schema}.classrooms AS c ON c.id = a.classroom_id
JOIN {schema}.pacing_guide AS g ON (g.year, g.course_id, g.skill_id) = (c.year, c.course_id, a.skill_id)
WHERE a.opportunity = 1
GROUP BY 1, 2, 3;

CREATE VIEW {schema}.pace_week AS
WITH plans AS (
    SELECT year, course_id, subject, min(first_day) AS start, max(skills) AS skills, (max(last_day) + 1 - min(first_day)) / 7 - 3 AS planned
    FROM {schema}.pacing_guide GROUP BY year, course_id, subject
)
SELECT
    p.classroom_id, p.week, p.subject, p.met, (p.places * 10 / p.met)::int AS place, 10 * w.planned AS planned,
    (10 * w.planned - p.places * 10 / p.met)::int AS behind
FROM {schema}.classroom_pace AS p
JOIN {schema}.classrooms AS c ON c.id = p.classroom_id
JOIN plans AS g ON (g.year, g.course_id, g.subject) = (c.year, c.course_id, p.subject)
CROSS JOIN LATERAL (
    SELECT least(g.skills - 1, (((p.week - g.start) / 7 + 1) * g.skills + g.planned - 1) / g.planned - 1) AS planned
) AS w;
COMMENT ON VIEW {schema}.pace_week IS 'One row for each classroom, week and subject in which a student met a skill of the course for the first time: where the class is, and where the pacing guide wants it.';
COMMENT ON COLUMN {schema}.pace_week.classroom_id IS 'The classroom.';
COMMENT ON COLUMN {schema}.pace_week.week IS 'Monday of the week.';
COMMENT ON COLUMN {schema}.pace_week.subject IS '0 math, 1 ela, 2 science, 3 social.';
COMMENT ON COLUMN {schema}.pace_week.met IS 'Skills of the course met for the first time, each student and skill counted.';
COMMENT ON COLUMN {schema}.pace_week.place IS 'Mean of their places in the pacing guide, in tenths.';
COMMENT ON COLUMN {schema}.pace_week.planned IS 'Place of the skill that the guide has reached by the week''s end, in tenths.';
COMMENT ON COLUMN {schema}.pace_week.behind IS 'planned - place: so many tenths of a skill is the class behind; negative when it is ahead.';

CREATE VIEW {schema}.school_flow AS
SELECT year, from_school_id, school_id, count(*)::int AS students
FROM (
    SELECT b.year, a.school_id AS from_school_id, b.school_id
    FROM {schema}.student_years AS b
    LEFT JOIN {schema}.student_years AS a ON a.student_id = b.student_id AND a.year = b.year - 1
    UNION ALL
    SELECT y.year, a.school_id, NULL
    FROM {schema}.student_years AS a
    JOIN {schema}.school_years AS y ON y.year = a.year + 1
    WHERE NOT EXISTS (SELECT FROM {schema}.student_years AS b WHERE b.student_id = a.student_id AND b.year = y.year)
) AS ways
GROUP BY year, from_school_id, school_id;
COMMENT ON VIEW {schema}.school_flow IS 'One row for each school year and two schools between which students went when it began: those who stay, go up, transfer, come or leave.';
COMMENT ON COLUMN {schema}.school_flow.year IS 'School year, counted from 0.';
COMMENT ON COLUMN {schema}.school_flow.from_school_id IS 'The school of the year before; none for those who are new in the world.';
COMMENT ON COLUMN {schema}.school_flow.school_id IS 'The school of this year; none for those who have left or finished.';
COMMENT ON COLUMN {schema}.school_flow.students IS 'Students.';
