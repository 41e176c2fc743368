-- Awards beside what they honour.
SELECT
    a.id, a.day,
    -- An award is for attendance, for growth or for exploring.
    a.kind NOT BETWEEN 0 AND 2 AS award_kind_unknown,
    -- Who missed a day of the term, or came late, has no award for attendance.
    a.kind = 0 AND d.missed > 0 AS attendance_award_despite_absence,
    -- An award for attendance counts the days on time, twenty or more.
    a.kind = 0 AND (a.value <> d.present OR a.value < 20) AS attendance_award_miscounts,
    -- An award for growth tells by how much a benchmark lies above the last one of the year.
    a.kind = 1 AND a.value IS DISTINCT FROM b.gain AS growth_award_miscounts,
    -- Growth is honoured from a gain on that the child's grade makes hard.
    a.kind = 1 AND a.value < CASE WHEN s.grade IN ('PK', 'K', '1', '2') THEN 140 WHEN s.grade IN ('3', '4', '5') THEN 110
        WHEN s.grade IN ('6', '7', '8') THEN 90 ELSE 80 END AS growth_award_for_little,
    -- An award for exploring comes with each twenty-fifth exploration.
    a.kind = 2 AND (a.value <> x.explorations OR a.value % 25 <> 0) AS explorer_award_miscounts
FROM {schema}.awards AS a
LEFT JOIN {schema}.school_years AS y ON a.day BETWEEN y.first_day AND y.last_day
LEFT JOIN {schema}.student_years AS s ON s.student_id = (a.id >> 32)::int AND s.year = y.year
CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE t.status = 0) AS present, count(*) FILTER (WHERE t.status <> 0) AS missed
    FROM {schema}.attendance AS t
    WHERE a.kind = 0 AND t.id BETWEEN a.id >> 32 << 32 AND a.id AND t.day BETWEEN a.from_day AND a.day
) AS d
LEFT JOIN (
    SELECT t.id, t.subject, t.day, t.score - lag(t.score) OVER (PARTITION BY t.id >> 32, t.subject, u.year ORDER BY t.id) AS gain
    FROM {schema}.assessments AS t JOIN {schema}.school_years AS u ON t.day BETWEEN u.first_day AND u.last_day
    WHERE t.kind = 2 AND t.day BETWEEN $1 - 400 AND $2
) AS b ON a.kind = 1 AND b.id = a.evidence_id AND b.id >> 32 = a.id >> 32 AND b.subject = a.subject AND b.day = a.day
CROSS JOIN LATERAL (
    SELECT count(*) AS explorations FROM {schema}.career_explorations AS x
    WHERE a.kind = 2 AND x.id BETWEEN a.id >> 32 << 32 AND a.id
) AS x
WHERE a.day BETWEEN $1 AND $2
