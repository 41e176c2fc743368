-- The last mastery is that of the greatest sequence number, which stands above it in one number.
SELECT
    (id >> 32)::int AS student_id, skill_id, count(*)::int AS attempts,
    (count(*) FILTER (WHERE correct))::int AS correct, sum(hints)::int AS hints, sum(response_ms) AS response_ms,
    (max((id & 4294967295) << 16 | mastery) & 65535)::smallint AS mastery,
    min(answered_at) AS first_practised_at, max(answered_at) AS last_practised_at,
    min(answered_at) FILTER (WHERE flags & 4 <> 0) AS mastered_at,
    min(answered_at) FILTER (WHERE flags & 8 <> 0) AS three_in_a_row_at
FROM {schema}.attempts
GROUP BY 1, 2
