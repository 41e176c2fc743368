-- What a student has mastered, beside the student's record.
SELECT
    a.id, a.day,
    -- What was mastered is in the student's record, with its moment.
    s.mastered_at IS NULL OR s.mastered_at > a.answered_at AS mastery_not_on_record
FROM {schema}.attempts AS a
LEFT JOIN {schema}.student_skill AS s ON s.student_id = (a.id >> 32)::int AND s.skill_id = a.skill_id
WHERE a.flags & 4 <> 0 AND a.day BETWEEN $1 AND $2
