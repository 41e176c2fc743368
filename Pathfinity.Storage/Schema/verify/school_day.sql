SELECT
    school_id, day, sum(active)::int AS students, sum(attempts)::int AS attempts, sum(correct)::int AS correct,
    sum(hints)::int AS hints, sum(response_ms)::bigint AS response_ms, sum(assessments)::int AS assessments,
    sum(assessments_correct)::int AS assessments_correct, sum(mastered)::int AS mastered,
    sum(visits)::int AS visits, sum(visits_completed)::int AS visits_completed, sum(sessions)::int AS sessions,
    sum(session_ms)::bigint AS session_ms, sum(journeys)::int AS journeys,
    sum(journeys_completed)::int AS journeys_completed, sum(explorations)::int AS explorations,
    sum(present)::int AS present, sum(absent)::int AS absent, sum(tardy)::int AS tardy
FROM {student_day} AS student_days
JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
JOIN {schema}.student_years USING (student_id, year)
GROUP BY school_id, day
