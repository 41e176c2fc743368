-- Messages to guardians beside the intervention that sent them, the guardian and the child's absences.
SELECT
    m.id, m.day,
    -- A message goes to a guardian of the child whom it is about.
    g.student_id IS DISTINCT FROM (m.id >> 32)::int AS message_to_foreign_guardian,
    -- A teacher's message belongs to a message home of the same child and day.
    m.kind = 0 AND (i.id IS NULL OR i.kind <> 3) AS message_without_intervention,
    -- A teacher's message comes from the classroom that decided it.
    m.kind = 0 AND i.kind = 3 AND m.classroom_id IS DISTINCT FROM i.classroom_id AS message_from_another_classroom,
    -- A teacher's message goes the way that the guardian asked for.
    m.kind = 0 AND g.student_id = (m.id >> 32)::int
        AND (ARRAY['email', 'text', 'app', 'mail'])[m.channel + 1] IS DISTINCT FROM g.channel AS message_by_another_channel,
    -- A letter is the school's own: no classroom and no intervention sends it, and it goes by mail.
    m.kind = 1 AND (m.classroom_id IS NOT NULL OR m.intervention_id IS NOT NULL OR m.channel <> 3) AS letter_from_classroom,
    -- A letter tells of as many absences as the child has had in the school year.
    m.kind = 1 AND m.absences <> b.absences AS letter_miscounts_absences,
    -- A message is a teacher's or a letter.
    m.kind NOT IN (0, 1) AS message_kind_unknown
FROM {schema}.messages AS m
LEFT JOIN {schema}.guardians AS g ON g.id = m.guardian_id
LEFT JOIN {schema}.school_years AS y ON m.day BETWEEN y.first_day AND y.last_day
LEFT JOIN {schema}.interventions AS i ON i.id = m.intervention_id AND i.id >> 32 = m.id >> 32 AND i.day = m.day
    AND i.day BETWEEN $1 AND $2
LEFT JOIN LATERAL (
    SELECT count(*) AS absences FROM {schema}.attendance AS t
    WHERE m.kind = 1 AND t.id BETWEEN m.id >> 32 << 32 AND m.id AND t.day BETWEEN y.first_day AND m.day AND t.status = 1
) AS b ON true
WHERE m.day BETWEEN $1 AND $2
