-- What a student has mastered, beside the student's record.
SELECT
    a.id, a.day,
    -- What was mastered is in the student's record, with its moment.
    s.mastered_at IS NULL OR s.mastered_at > a.answered_at AS mastery_not_on_record
FROM {days}.attempts AS a
LEFT JOIN LATERAL ( -- few answers are such, and records are many: each is looked up
    SELECT mastered_at FROM {schema}.student_skill WHERE student_id = (a.id >> 32)::int AND skill_id = a.skill_id LIMIT 1
) AS s ON true
WHERE a.flags & 4 <> 0 AND a.day BETWEEN $1 AND $2
