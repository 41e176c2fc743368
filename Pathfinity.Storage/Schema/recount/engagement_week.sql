SELECT
    school_id, week, count(DISTINCT day) FILTER (WHERE attempts > 0) AS days, students, sum(sessions)::int AS sessions,
    floor(sum(session_ms) / 60000)::bigint AS minutes, sum(attempts)::int AS attempts,
    floor(1000.0 * sum(correct) / sum(attempts))::int AS accuracy, sum(mastered)::int AS mastered, sum(visits)::int AS visits,
    floor(1000.0 * sum(visits_completed) / nullif(sum(visits), 0))::int AS visits_completed,
    floor(sum(session_ms) / 60000 / students)::int AS minutes_per_student,
    floor(1.0 * sum(attempts) / students)::int AS attempts_per_student
FROM (
    SELECT
        school_id, date_trunc('week', day)::date AS week, d.*
    FROM {student_day} AS d
    JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
    JOIN {schema}.student_years USING (student_id, year)
) AS days
JOIN (SELECT school_id, first_day AS week, students FROM {school_active} AS a WHERE grain = 'week') AS active USING (school_id, week)
GROUP BY school_id, week, students
