SELECT
    school_id, year, kind, trigger, sum(begun)::int AS begun, sum(completed)::int AS completed, sum(unfinished)::int AS unfinished,
    sum(displaced)::int AS displaced, floor(1000.0 * sum(completed) / nullif(sum(completed) + sum(unfinished) + sum(displaced), 0))::int AS completion,
    sum(minutes)::int AS minutes, sum(lessons)::int AS lessons, round(avg(before))::int AS mastery_before, round(avg(after))::int AS mastery_after
FROM (
    SELECT classroom_id, kind, trigger, 1 AS begun, 0 AS completed, 0 AS unfinished, 0 AS displaced, minutes, 0 AS lessons, NULL::int AS before, NULL::int AS after
    FROM {schema}.interventions
    UNION ALL
    SELECT
        classroom_id, kind, trigger, 0, (outcome = 0)::int, (outcome = 1)::int, (outcome = 2)::int, 0, lessons,
        CASE WHEN skill_id IS NOT NULL AND outcome <> 2 THEN i.mastery END, CASE WHEN skill_id IS NOT NULL AND outcome <> 2 THEN o.mastery END
    FROM {schema}.interventions AS i JOIN {schema}.intervention_outcomes AS o ON o.intervention_id = i.id
) AS parts JOIN {schema}.classrooms AS c ON c.id = classroom_id
GROUP BY school_id, year, kind, trigger
