SELECT
    classroom_id, week, kind, trigger, sum(begun)::int AS begun, sum(minutes)::int AS minutes,
    sum(completed)::int AS completed, sum(unfinished)::int AS unfinished, sum(displaced)::int AS displaced,
    sum(lessons)::int AS lessons, sum(measured)::int AS measured, sum(mastery_before)::bigint AS mastery_before,
    sum(mastery_after)::bigint AS mastery_after
FROM (
    SELECT
        classroom_id, date_trunc('week', day)::date AS week, kind, trigger, 1 AS begun, minutes, 0 AS completed,
        0 AS unfinished, 0 AS displaced, 0 AS lessons, 0 AS measured, 0 AS mastery_before, 0 AS mastery_after
    FROM {schema}.interventions
    UNION ALL
    SELECT
        classroom_id, date_trunc('week', o.day)::date, kind, trigger, 0, 0, (outcome = 0)::int, (outcome = 1)::int,
        (outcome = 2)::int, lessons, (skill_id IS NOT NULL AND outcome < 2)::int,
        CASE WHEN skill_id IS NOT NULL AND outcome < 2 THEN i.mastery ELSE 0 END,
        CASE WHEN skill_id IS NOT NULL AND outcome < 2 THEN o.mastery ELSE 0 END
    FROM {schema}.intervention_outcomes AS o JOIN {schema}.interventions AS i ON i.id = intervention_id
) AS parts
GROUP BY classroom_id, week, kind, trigger
