SELECT
    student_id, skill_id, attempts, floor(1000.0 * correct / attempts)::int AS accuracy, mastery,
    floor(response_ms / 60000)::int AS minutes, floor(1000.0 * hints / attempts)::int AS hints, first_practised_at, last_practised_at
FROM {student_skill} AS sums WHERE NOT (attempts < 15 OR mastery >= 800 OR mastered_at IS NOT NULL)
