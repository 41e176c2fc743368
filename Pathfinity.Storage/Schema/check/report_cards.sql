-- Report cards beside the work that they grade.
SELECT
    c.id, c.day,
    -- A subject is graded by a classroom in which the student is enrolled.
    e.classroom_id IS NULL AS card_of_foreign_classroom,
    -- A subject has one grade a student and term.
    count(*) OVER (PARTITION BY c.id >> 32, c.subject, y.year, c.term) > 1 AS card_posted_twice,
    -- A term begins after the last one has ended.
    c.from_day > c.day OR c.from_day <= lag(c.day) OVER (PARTITION BY c.id >> 32, c.subject ORDER BY c.day, c.id)
        AND lag(c.day) OVER (PARTITION BY c.id >> 32, c.subject ORDER BY c.day, c.id) < c.day AS card_terms_overlap,
    -- A term ends on a Thursday.
    extract(isodow FROM c.day) <> 4 AS card_on_another_weekday,
    -- A year has four terms.
    c.term NOT BETWEEN 1 AND 4 AS card_of_unknown_term,
    -- Practice on a card is what the visits of its days hold.
    c.attempts <> p.attempts OR c.correct <> p.correct AS card_miscounts_practice,
    -- Unit checks on a card are those of its days.
    c.checks <> t.checks OR c.checks_score <> t.checks_score AS card_miscounts_checks,
    -- The benchmark on a card is the last of its days.
    c.benchmark <> coalesce(b.score, 0) OR (c.norm <> 0) <> (b.score IS NOT NULL) AS card_shows_another_benchmark,
    -- A grade follows from its parts.
    c.grade IS DISTINCT FROM (
        CASE WHEN c.attempts > 0 THEN 40 * (500 + c.correct * 500 / c.attempts) ELSE 0 END
        + CASE WHEN c.checks > 0 THEN 40 * (400 + c.checks_score * 6 / (10 * c.checks)) ELSE 0 END
        + CASE WHEN c.norm <> 0 THEN 20 * least(1000, greatest(400, 800 + (c.benchmark - c.norm) * 2 / 3)) ELSE 0 END
    ) / nullif((c.attempts > 0)::int * 40 + (c.checks > 0)::int * 40 + (c.norm <> 0)::int * 20, 0) AS grade_differs_from_parts
FROM {schema}.report_cards AS c
LEFT JOIN {schema}.school_years AS y ON c.day BETWEEN y.first_day AND y.last_day
LEFT JOIN {schema}.enrollments AS e ON e.classroom_id = c.classroom_id AND e.student_id = (c.id >> 32)::int
    AND c.day BETWEEN e.begin_date AND e.end_date
CROSS JOIN LATERAL (
    SELECT coalesce(sum(v.attempts), 0) AS attempts, coalesce(sum(v.correct), 0) AS correct
    FROM {schema}.visits AS v
    WHERE v.id BETWEEN c.id >> 32 << 32 AND c.id AND v.day BETWEEN c.from_day AND c.day AND v.subject = c.subject
) AS p
CROSS JOIN LATERAL (
    SELECT count(*) AS checks, coalesce(sum(t.score), 0) AS checks_score
    FROM {schema}.assessments AS t
    WHERE t.id BETWEEN c.id >> 32 << 32 AND c.id AND t.day BETWEEN c.from_day AND c.day AND t.subject = c.subject AND t.kind = 1
) AS t
LEFT JOIN LATERAL (
    SELECT b.score
    FROM {schema}.assessments AS b
    WHERE b.id BETWEEN c.id >> 32 << 32 AND c.id AND b.day BETWEEN c.from_day AND c.day AND b.subject = c.subject AND b.kind = 2
    ORDER BY b.id DESC LIMIT 1
) AS b ON true
WHERE c.day BETWEEN $1 AND $2
