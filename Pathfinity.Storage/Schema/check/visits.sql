-- Visits beside their journey, their content item and the classroom they count for.
SELECT
    v.id, v.day,
    -- A visit belongs to the journey of its day.
    j.id IS NULL AND v.journey_id >> 32 = v.id >> 32 AS visit_without_journey,
    -- A journey holds the visits of its own student only.
    v.journey_id >> 32 <> v.id >> 32 AS visit_in_journey_of_another,
    -- A visit begins and ends within its journey.
    v.started_at < j.started_at OR v.ended_at > j.ended_at AS visit_outside_journey,
    -- A visit ends after it began.
    v.ended_at < v.started_at AS visit_ends_before_it_begins,
    -- No more answers are right than were given.
    v.correct > v.attempts AS visit_with_more_right_than_given,
    -- A visit that was completed has answers.
    v.completed AND v.attempts = 0 AS visit_completed_without_answers,
    -- A visit asks no more than its item holds.
    v.attempts > i.questions AS visit_asks_more_than_item_holds,
    -- A content item is one of the day's release.
    i.number IS NULL AS item_unknown,
    -- A visit is about the skill of its item.
    r.number <> v.skill_id AS item_of_another_skill,
    -- Learn items are met in Learn, and so on.
    i.container <> v.container AS item_in_another_container,
    -- A visit's subject is that of its skill.
    k.subject <> (ARRAY['math', 'ela', 'science', 'social'])[v.subject + 1] AS visit_in_another_subject,
    -- A visit counts for a classroom that teaches its subject.
    o.subject IS NOT NULL AND o.subject <> (ARRAY['math', 'ela', 'science', 'social'])[v.subject + 1]
        AND k.subject = (ARRAY['math', 'ela', 'science', 'social'])[v.subject + 1] AS visit_for_classroom_of_another_subject,
    -- A visit counts for a classroom in which the student is enrolled on that day.
    e.classroom_id IS NULL AS visit_for_foreign_classroom,
    -- Why an item was chosen for the career is one of three reasons.
    v.fit NOT BETWEEN 0 AND 2 AS visit_fit_unknown,
    -- What a visit tells is read or narrated.
    v.format NOT BETWEEN 0 AND 1 AS visit_format_unknown
FROM {days}.visits AS v
LEFT JOIN {days}.journeys AS j ON j.id = v.journey_id AND j.day = v.day AND j.day BETWEEN $1 AND $2
LEFT JOIN {catalogue}.skills AS k ON k.number = v.skill_id
LEFT JOIN (
    SELECT value AS release, day AS first_day, coalesce(lead(day) OVER (ORDER BY number), 'infinity') AS until
    FROM {schema}.journal WHERE kind = 'release'
) AS l ON v.day >= l.first_day AND v.day < l.until
LEFT JOIN {catalogue}.release_items AS i ON i.release = l.release AND i.number = v.item_id
LEFT JOIN {catalogue}.release_skills AS r ON r.release = i.release AND r.ordinal = i.skill
LEFT JOIN {schema}.classrooms AS c ON c.id = v.classroom_id
LEFT JOIN {schema}.courses AS o ON o.id = c.course_id
LEFT JOIN {schema}.enrollments AS e ON e.classroom_id = v.classroom_id AND e.student_id = (v.id >> 32)::int
    AND v.day BETWEEN e.begin_date AND e.end_date
WHERE v.day BETWEEN $1 AND $2
