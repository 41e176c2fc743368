SELECT
    student_id, skill_id, mastery, attempts, correct, first_practised_at, last_practised_at, mastered_at,
    mastered_at IS NOT NULL AS mastered, three_in_a_row_at IS NOT NULL AS three_in_a_row, correct >= 0.8 * attempts AS platform80,
    floor(1000.0 * correct / attempts)::int AS accuracy
FROM {student_skill} AS sums
