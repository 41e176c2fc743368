-- How interventions ended, beside how they began.
SELECT
    u.id, u.day,
    -- What ends has begun.
    i.id IS NULL AS outcome_without_intervention,
    -- An intervention ends once.
    count(*) OVER (PARTITION BY u.intervention_id) > 1 AS intervention_ended_twice,
    -- An intervention ends after it began.
    u.at < i.at AS outcome_before_begin,
    -- What is unfinished ends when it is due, and not before.
    u.outcome = 1 AND u.day < i.due_day AS unfinished_before_due,
    -- Messages, praise, moving on and changes of group are done at once.
    i.kind >= 3 AND u.day <> i.day AS moment_that_lasts,
    -- What was displaced ends on the day on which it was asked for.
    u.outcome = 2 AND u.day <> i.day AS displaced_later,
    -- Only tutors and groups hold lessons: a group one, a tutor eight at most.
    u.lessons NOT BETWEEN 0 AND CASE i.kind WHEN 1 THEN 1 WHEN 2 THEN 8 ELSE 0 END AS lessons_out_of_reach,
    -- A group that met has had its lesson, and a tutor who is done has taught eight times.
    u.outcome = 0 AND u.lessons BETWEEN 0 AND CASE i.kind WHEN 1 THEN 0 WHEN 2 THEN 7 ELSE -1 END AS completed_without_lessons,
    -- An assignment is complete after five answers at its skill since it was given.
    u.outcome = 0 AND i.kind = 0 AND n.attempts < 5 AS assignment_completed_without_answers,
    -- An estimate of mastery is from 0 to 1000 permille.
    u.mastery NOT BETWEEN 0 AND 1000 AS outcome_mastery_out_of_range,
    -- What is asked for is completed, unfinished or displaced.
    u.outcome NOT BETWEEN 0 AND 2 AS outcome_unknown
FROM {schema}.intervention_outcomes AS u
LEFT JOIN {schema}.interventions AS i ON i.id = u.intervention_id AND i.id >> 32 = u.id >> 32 AND i.day BETWEEN u.day - 60 AND u.day
CROSS JOIN LATERAL (
    SELECT count(*) AS attempts FROM {schema}.attempts AS a
    WHERE u.outcome = 0 AND i.kind = 0 AND a.id BETWEEN i.id AND u.id AND a.day BETWEEN i.day AND u.day AND a.skill_id = i.skill_id
) AS n
WHERE u.day BETWEEN $1 AND $2
