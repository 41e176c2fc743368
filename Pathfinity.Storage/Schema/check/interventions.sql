-- What teachers decided, beside the classroom and its other decisions.
SELECT
    i.id, i.day,
    -- A teacher decides on students of the own classroom.
    e.classroom_id IS NULL AS intervention_of_foreign_classroom,
    -- A classroom's decisions are numbered, each once.
    count(*) OVER (PARTITION BY i.classroom_id, i.number) > 1 AS intervention_numbered_twice,
    -- A decision is due on a day after it was made.
    i.due_day < i.day AS intervention_due_before_it_began,
    -- What is asked of a student is about a skill; messages and praise are about none.
    (i.kind IN (0, 1, 2, 5, 6, 7, 8)) <> (i.skill_id IS NOT NULL) AS intervention_skill_out_of_place,
    -- A skill is one that the classroom teaches.
    k.subject <> o.subject AS intervention_in_another_subject,
    -- Praise is for success, and nothing else is.
    (i.kind = 4) <> (i.trigger = 5) AS praise_without_success,
    -- What is decided takes time, an hour at most.
    i.minutes NOT BETWEEN 1 AND 60 AS intervention_time_out_of_reach,
    -- An estimate of mastery is from 0 to 1000 permille.
    i.mastery NOT BETWEEN 0 AND 1000 AS intervention_mastery_out_of_range,
    -- Groups are formed anew when the class is looked over, and nothing else is decided then.
    (i.kind BETWEEN 6 AND 8) <> (i.trigger = 7) AS group_changed_out_of_turn,
    -- Nobody joins the group in which they are.
    i.kind BETWEEN 6 AND 8 AND i.kind = lag(i.kind) OVER (PARTITION BY i.id >> 32, i.classroom_id, k.subject, i.kind >= 6 ORDER BY i.number)
        AS group_joined_again,
    -- Whoever is far behind the pacing guide is asked to move on, not given something else.
    i.trigger = 6 AND i.kind <> 5 AS pace_without_moving_on,
    -- What is decided is one of nine, and why one of eight.
    i.kind NOT BETWEEN 0 AND 8 OR i.trigger NOT BETWEEN 0 AND 7 AS intervention_code_unknown
FROM {schema}.interventions AS i
LEFT JOIN {schema}.classrooms AS c ON c.id = i.classroom_id
LEFT JOIN {schema}.courses AS o ON o.id = c.course_id
LEFT JOIN {schema}.enrollments AS e ON e.classroom_id = i.classroom_id AND e.student_id = (i.id >> 32)::int
    AND i.day BETWEEN e.begin_date AND e.end_date + 1
LEFT JOIN {catalogue}.skills AS k ON k.number = i.skill_id
WHERE i.day BETWEEN $1 AND $2
