SELECT
    classroom_id, skill_id, count(*)::int AS attempts, (count(*) FILTER (WHERE correct))::int AS correct,
    sum(hints)::int AS hints, sum(response_ms)::bigint AS response_ms,
    (count(*) FILTER (WHERE opportunity = 1))::int AS met, (count(*) FILTER (WHERE flags & 4 <> 0))::int AS mastered,
    (count(*) FILTER (WHERE opportunity = 15 AND mastery < 800))::int AS stuck,
    (count(*) FILTER (WHERE opportunity > 15 AND flags & 4 <> 0))::int AS freed
FROM {schema}.attempts
GROUP BY classroom_id, skill_id
