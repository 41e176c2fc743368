-- Enrolments beside the student's year and the classroom's course.
SELECT
    e.student_id::bigint << 32 AS id, NULL::date AS day,
    -- An enrolment ends after it begins.
    e.end_date < e.begin_date AS enrollment_ends_before_it_begins,
    -- An enrolment lies within its school year.
    e.begin_date < y.first_day OR e.end_date > y.last_day AS enrollment_outside_year,
    -- A student sits in classrooms of the own school.
    p.school_id <> c.school_id AS enrollment_at_another_school,
    -- A student sits in classrooms of the own grade.
    p.grade <> o.grade AS enrollment_in_another_grade,
    -- A student has one classroom a subject.
    count(*) OVER (PARTITION BY e.student_id, c.year, o.subject) > 1 AS two_classrooms_for_one_subject,
    -- A homeroom gives all four subjects: who has one has no other classroom.
    o.subject IS NULL AND count(*) OVER (PARTITION BY e.student_id, c.year) > 1
        AND count(*) OVER (PARTITION BY e.student_id, c.year, o.subject) = 1 AS classroom_beside_homeroom
FROM {schema}.enrollments AS e
JOIN {schema}.classrooms AS c ON c.id = e.classroom_id
JOIN {schema}.courses AS o ON o.id = c.course_id
JOIN {schema}.school_years AS y ON y.year = c.year
LEFT JOIN {schema}.student_years AS p ON p.student_id = e.student_id AND p.year = c.year
