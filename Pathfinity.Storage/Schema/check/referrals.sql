-- Referrals for behaviour beside the day's attendance and the classroom.
SELECT
    r.id, r.day,
    -- Nobody is referred on a day without being at school.
    t.id IS NULL AS referral_of_absent_student,
    -- A teacher refers students of the own classroom.
    e.classroom_id IS NULL AS referral_of_foreign_classroom,
    -- A referral has one of five reasons, and one of four things is done about it.
    r.kind NOT BETWEEN 0 AND 4 OR r.action NOT BETWEEN 0 AND 3 AS referral_code_unknown
FROM {schema}.behaviour_referrals AS r
LEFT JOIN {days}.attendance AS t ON t.id >> 32 = r.id >> 32 AND t.day = r.day AND t.status IN (0, 2) AND t.day BETWEEN $1 AND $2
LEFT JOIN {schema}.enrollments AS e ON e.classroom_id = r.classroom_id AND e.student_id = (r.id >> 32)::int
    AND r.day BETWEEN e.begin_date AND e.end_date
WHERE r.day BETWEEN $1 AND $2
