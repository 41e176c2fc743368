SELECT
    course_id, school_id, day, sum(students)::int AS students, sum(attempts)::int AS attempts,
    sum(correct)::int AS correct, sum(hints)::int AS hints, sum(response_ms)::bigint AS response_ms,
    sum(assessments)::int AS assessments, sum(assessments_correct)::int AS assessments_correct,
    sum(mastered)::int AS mastered, sum(visits)::int AS visits, sum(visits_completed)::int AS visits_completed,
    sum(sessions)::int AS sessions, sum(session_ms)::bigint AS session_ms
FROM {classroom_day} AS classroom_days JOIN {schema}.classrooms ON id = classroom_id
GROUP BY course_id, school_id, day
