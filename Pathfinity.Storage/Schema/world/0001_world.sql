CREATE TABLE {schema}.world (
    name       text PRIMARY KEY,
    spec       text NOT NULL,
    seed       bigint NOT NULL,
    first_day  date NOT NULL,
    roster     text NOT NULL CHECK (roster IN ('spec', 'import')),
    created_at timestamptz(3) NOT NULL DEFAULT now()
);
COMMENT ON TABLE {schema}.world IS 'The world itself: one row.';
COMMENT ON COLUMN {schema}.world.name IS 'Name of the world; its schema is world_ and this name.';
COMMENT ON COLUMN {schema}.world.spec IS 'The spec in YAML, from which all behaviour follows.';
COMMENT ON COLUMN {schema}.world.seed IS 'The seed of all chance in the world, as in the spec.';
COMMENT ON COLUMN {schema}.world.first_day IS 'The anchor: the first day of the world.';
COMMENT ON COLUMN {schema}.world.roster IS 'Where its people come from: spec (drawn from the seed) or import (a customer''s export).';
COMMENT ON COLUMN {schema}.world.created_at IS 'When it was made; for people, nothing depends on it.';

CREATE TABLE {schema}.journal (
    number     int PRIMARY KEY,
    day        date NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('release', 'quarantine')),
    value      int NOT NULL,
    reason     text NOT NULL,
    entered_at timestamptz(3) NOT NULL DEFAULT now()
);
COMMENT ON TABLE {schema}.journal IS 'Dated changes of a running world, each in force from the dawn of its day; one row each.';
COMMENT ON COLUMN {schema}.journal.number IS 'Order among the entries, from 1.';
COMMENT ON COLUMN {schema}.journal.day IS 'First day on which it holds.';
COMMENT ON COLUMN {schema}.journal.kind IS 'What changes: release (the world follows another catalogue release) or quarantine (a student''s days are empty).';
COMMENT ON COLUMN {schema}.journal.value IS 'Number of the release, or ordinal of the student, by kind.';
COMMENT ON COLUMN {schema}.journal.reason IS 'Why; for people.';
COMMENT ON COLUMN {schema}.journal.entered_at IS 'When it was written; for people.';

CREATE TABLE {schema}.lease (
    epoch       bigint NOT NULL,
    holder      text NOT NULL,
    acquired_at timestamptz(3)
);
COMMENT ON TABLE {schema}.lease IS 'Who may advance the world: one row. The right itself is an advisory lock of the holder''s connection.';
COMMENT ON COLUMN {schema}.lease.epoch IS 'Grows by one with each holder; a commit of an older epoch is refused.';
COMMENT ON COLUMN {schema}.lease.holder IS 'The last holder: program, machine and process.';
COMMENT ON COLUMN {schema}.lease.acquired_at IS 'When the last holder took it.';

INSERT INTO {schema}.lease (epoch, holder) VALUES (0, 'nobody');

CREATE TABLE {schema}.progress (
    begun_day date
);
COMMENT ON TABLE {schema}.progress IS 'How far the world is: one row.';
COMMENT ON COLUMN {schema}.progress.begun_day IS 'The last day that an engine has begun; journal entries take effect after it.';

INSERT INTO {schema}.progress (begun_day) VALUES (NULL);

CREATE TABLE {schema}.school_years (
    year      smallint PRIMARY KEY,
    first_day date NOT NULL,
    last_day  date NOT NULL
);
COMMENT ON TABLE {schema}.school_years IS 'School years that the world has entered; one row each.';
COMMENT ON COLUMN {schema}.school_years.year IS 'Counted from 0, the year of the world''s first day.';
COMMENT ON COLUMN {schema}.school_years.first_day IS 'First day in the world.';
COMMENT ON COLUMN {schema}.school_years.last_day IS 'Last day; summer belongs to the year before it.';

CREATE TABLE {schema}.schools (
    id         int PRIMARY KEY,
    name       text NOT NULL,
    level      text NOT NULL CHECK (level IN ('elementary', 'middle', 'high')),
    low_grade  text NOT NULL,
    high_grade text NOT NULL,
    time_zone  text NOT NULL,
    origin     text NOT NULL DEFAULT 'synthetic' CHECK (origin IN ('synthetic', 'import'))
);
COMMENT ON TABLE {schema}.schools IS 'Schools of the district; one row each.';
COMMENT ON COLUMN {schema}.schools.id IS 'Ordinal in the world.';
COMMENT ON COLUMN {schema}.schools.name IS 'Name.';
COMMENT ON COLUMN {schema}.schools.level IS 'elementary, middle or high.';
COMMENT ON COLUMN {schema}.schools.low_grade IS 'Youngest grade: PK, K, 1 .. 12.';
COMMENT ON COLUMN {schema}.schools.high_grade IS 'Oldest grade: PK, K, 1 .. 12.';
COMMENT ON COLUMN {schema}.schools.time_zone IS 'IANA name of the zone in which its days begin at 04:00.';
COMMENT ON COLUMN {schema}.schools.origin IS 'synthetic (drawn by the world) or import (from a customer''s export).';

CREATE TABLE {schema}.courses (
    id      int PRIMARY KEY,
    title   text NOT NULL,
    grade   text NOT NULL,
    subject text CHECK (subject IN ('math', 'ela', 'science', 'social'))
);
COMMENT ON TABLE {schema}.courses IS 'Courses, the same every year; one row each.';
COMMENT ON COLUMN {schema}.courses.id IS 'Ordinal in the world.';
COMMENT ON COLUMN {schema}.courses.title IS 'Title.';
COMMENT ON COLUMN {schema}.courses.grade IS 'Grade: PK, K, 1 .. 12.';
COMMENT ON COLUMN {schema}.courses.subject IS 'math, ela, science or social; none for a homeroom, which gives all four.';

CREATE TABLE {schema}.teachers (
    id          int PRIMARY KEY,
    school_id   int NOT NULL REFERENCES {schema}.schools,
    given_name  text NOT NULL,
    family_name text NOT NULL,
    email       text NOT NULL,
    origin      text NOT NULL DEFAULT 'synthetic' CHECK (origin IN ('synthetic', 'import'))
);
COMMENT ON TABLE {schema}.teachers IS 'Teachers; one row each.';
COMMENT ON COLUMN {schema}.teachers.id IS 'Ordinal in the world.';
COMMENT ON COLUMN {schema}.teachers.school_id IS 'School in the teacher''s first year.';
COMMENT ON COLUMN {schema}.teachers.given_name IS 'Given name.';
COMMENT ON COLUMN {schema}.teachers.family_name IS 'Family name.';
COMMENT ON COLUMN {schema}.teachers.email IS 'Address; in a reserved domain when synthetic.';
COMMENT ON COLUMN {schema}.teachers.origin IS 'synthetic (drawn by the world) or import (from a customer''s export).';

CREATE TABLE {schema}.classrooms (
    id         int PRIMARY KEY,
    school_id  int NOT NULL REFERENCES {schema}.schools,
    course_id  int NOT NULL REFERENCES {schema}.courses,
    teacher_id int NOT NULL REFERENCES {schema}.teachers,
    year       smallint NOT NULL,
    name       text NOT NULL
);
COMMENT ON TABLE {schema}.classrooms IS 'Sections of a course in one school year; one row each.';
COMMENT ON COLUMN {schema}.classrooms.id IS 'Ordinal in the world.';
COMMENT ON COLUMN {schema}.classrooms.school_id IS 'Its school.';
COMMENT ON COLUMN {schema}.classrooms.course_id IS 'Its course.';
COMMENT ON COLUMN {schema}.classrooms.teacher_id IS 'Who teaches it.';
COMMENT ON COLUMN {schema}.classrooms.year IS 'School year, counted from 0, the year of the world''s first day.';
COMMENT ON COLUMN {schema}.classrooms.name IS 'Name.';

CREATE TABLE {schema}.students (
    id             int PRIMARY KEY,
    given_name     text NOT NULL,
    family_name    text NOT NULL,
    gender         text NOT NULL,
    race_ethnicity text NOT NULL,
    birth_date     date NOT NULL,
    entry_year     smallint NOT NULL,
    entry_grade    text NOT NULL,
    iep            boolean NOT NULL,
    ell            boolean NOT NULL,
    frl            boolean NOT NULL,
    origin         text NOT NULL DEFAULT 'synthetic' CHECK (origin IN ('synthetic', 'import'))
);
COMMENT ON TABLE {schema}.students IS 'Students as a school''s office knows them; one row each. None of it is an input of the student model.';
COMMENT ON COLUMN {schema}.students.id IS 'Ordinal in the world; the student''s for good.';
COMMENT ON COLUMN {schema}.students.given_name IS 'Given name.';
COMMENT ON COLUMN {schema}.students.family_name IS 'Family name.';
COMMENT ON COLUMN {schema}.students.gender IS 'female, male or nonbinary.';
COMMENT ON COLUMN {schema}.students.race_ethnicity IS 'white, hispanic, black, asian, two_or_more, american_indian or pacific_islander.';
COMMENT ON COLUMN {schema}.students.birth_date IS 'Date of birth.';
COMMENT ON COLUMN {schema}.students.entry_year IS 'First school year in the world, counted from 0.';
COMMENT ON COLUMN {schema}.students.entry_grade IS 'Grade in that year: PK, K, 1 .. 12.';
COMMENT ON COLUMN {schema}.students.iep IS 'Has an individualised education programme.';
COMMENT ON COLUMN {schema}.students.ell IS 'Is learning English.';
COMMENT ON COLUMN {schema}.students.frl IS 'Is eligible for free or reduced-price lunch.';
COMMENT ON COLUMN {schema}.students.origin IS 'synthetic (drawn by the world) or import (from a customer''s export).';

CREATE TABLE {schema}.student_years (
    student_id int NOT NULL REFERENCES {schema}.students,
    year       smallint NOT NULL,
    school_id  int NOT NULL REFERENCES {schema}.schools,
    grade      text NOT NULL,
    PRIMARY KEY (student_id, year)
);
COMMENT ON TABLE {schema}.student_years IS 'Where a student is in a school year; one row for each student and year.';
COMMENT ON COLUMN {schema}.student_years.student_id IS 'The student.';
COMMENT ON COLUMN {schema}.student_years.year IS 'School year, counted from 0.';
COMMENT ON COLUMN {schema}.student_years.school_id IS 'The student''s school in that year.';
COMMENT ON COLUMN {schema}.student_years.grade IS 'Grade in that year: PK, K, 1 .. 12.';

CREATE TABLE {schema}.guardians (
    id          int PRIMARY KEY,
    student_id  int NOT NULL REFERENCES {schema}.students,
    given_name  text NOT NULL,
    family_name text NOT NULL,
    relation    text NOT NULL,
    email       text NOT NULL,
    phone       text NOT NULL,
    origin      text NOT NULL DEFAULT 'synthetic' CHECK (origin IN ('synthetic', 'import'))
);
COMMENT ON TABLE {schema}.guardians IS 'Guardians; one row for each guardian of each student.';
COMMENT ON COLUMN {schema}.guardians.id IS 'Ordinal in the world.';
COMMENT ON COLUMN {schema}.guardians.student_id IS 'Whose guardian this is.';
COMMENT ON COLUMN {schema}.guardians.given_name IS 'Given name.';
COMMENT ON COLUMN {schema}.guardians.family_name IS 'Family name.';
COMMENT ON COLUMN {schema}.guardians.relation IS 'mother, father, grandparent or guardian.';
COMMENT ON COLUMN {schema}.guardians.email IS 'Address; in a reserved domain when synthetic.';
COMMENT ON COLUMN {schema}.guardians.phone IS 'Telephone number; in the reserved range 555-01xx when synthetic.';
COMMENT ON COLUMN {schema}.guardians.origin IS 'synthetic (drawn by the world) or import (from a customer''s export).';

CREATE INDEX guardians_student ON {schema}.guardians (student_id);

CREATE TABLE {schema}.enrollments (
    classroom_id int NOT NULL REFERENCES {schema}.classrooms,
    student_id   int NOT NULL REFERENCES {schema}.students,
    begin_date   date NOT NULL,
    end_date     date NOT NULL,
    PRIMARY KEY (classroom_id, student_id)
);
COMMENT ON TABLE {schema}.enrollments IS 'A student''s time in a classroom; one row for each student and classroom.';
COMMENT ON COLUMN {schema}.enrollments.classroom_id IS 'The classroom.';
COMMENT ON COLUMN {schema}.enrollments.student_id IS 'The student.';
COMMENT ON COLUMN {schema}.enrollments.begin_date IS 'First day on which the classroom counts on the student.';
COMMENT ON COLUMN {schema}.enrollments.end_date IS 'Last such day.';

CREATE INDEX enrollments_student ON {schema}.enrollments (student_id);

CREATE TABLE {schema}.marks (
    student_id int PRIMARY KEY REFERENCES {schema}.students,
    sequence   int NOT NULL DEFAULT 0,
    day        date,
    classrooms int[] NOT NULL DEFAULT '{}'
) WITH (fillfactor = 70);
COMMENT ON TABLE {schema}.marks IS 'High-water marks: how much of each student is stored; one row for each student.';
COMMENT ON COLUMN {schema}.marks.student_id IS 'The student.';
COMMENT ON COLUMN {schema}.marks.sequence IS 'Number of the last activity that is stored; what comes again at or below it is dropped.';
COMMENT ON COLUMN {schema}.marks.day IS 'The last day with an attempt.';
COMMENT ON COLUMN {schema}.marks.classrooms IS 'Classrooms with an attempt of the student on that day, ascending: they have counted the student already.';

CREATE TABLE {schema}.school_state (
    school_id int PRIMARY KEY REFERENCES {schema}.schools,
    day       date NOT NULL
);
COMMENT ON TABLE {schema}.school_state IS 'Checkpoints of schools; one row for each school with a complete day.';
COMMENT ON COLUMN {schema}.school_state.school_id IS 'The school.';
COMMENT ON COLUMN {schema}.school_state.day IS 'The last day that is complete and kept.';

CREATE TABLE {schema}.student_state (
    student_id int PRIMARY KEY REFERENCES {schema}.students,
    school_id  int NOT NULL REFERENCES {schema}.schools,
    day        date NOT NULL,
    mind       bytea NOT NULL,
    digest     bytea NOT NULL CHECK (length(digest) = 32)
) WITH (fillfactor = 70);
COMMENT ON TABLE {schema}.student_state IS 'Checkpoints of students at the end of a day of their school; one row each.';
COMMENT ON COLUMN {schema}.student_state.student_id IS 'The student.';
COMMENT ON COLUMN {schema}.student_state.school_id IS 'The school with which it was kept.';
COMMENT ON COLUMN {schema}.student_state.day IS 'The last day that is in it.';
COMMENT ON COLUMN {schema}.student_state.mind IS 'The mind in its checkpoint form.';
COMMENT ON COLUMN {schema}.student_state.digest IS 'SHA-256 chain over the student''s complete days.';

CREATE TABLE {schema}.classroom_state (
    classroom_id int PRIMARY KEY REFERENCES {schema}.classrooms,
    school_id    int NOT NULL REFERENCES {schema}.schools,
    day          date NOT NULL,
    mind         bytea NOT NULL,
    directives   bytea NOT NULL,
    digest       bytea NOT NULL CHECK (length(digest) = 32)
) WITH (fillfactor = 70);
COMMENT ON TABLE {schema}.classroom_state IS 'Checkpoints of classrooms at the end of a day of their school; one row each.';
COMMENT ON COLUMN {schema}.classroom_state.classroom_id IS 'The classroom.';
COMMENT ON COLUMN {schema}.classroom_state.school_id IS 'The school with which it was kept.';
COMMENT ON COLUMN {schema}.classroom_state.day IS 'The last day that is in it.';
COMMENT ON COLUMN {schema}.classroom_state.mind IS 'What the classroom remembers, in its checkpoint form.';
COMMENT ON COLUMN {schema}.classroom_state.directives IS 'What its last evening decided, in its checkpoint form.';
COMMENT ON COLUMN {schema}.classroom_state.digest IS 'SHA-256 chain over the classroom''s decisions.';
