SELECT
    classroom_id, day - (extract(isodow FROM day)::int - 1) AS week, count(*) FILTER (WHERE attempts > 0) AS days,
    max(students) AS students_most, sum(attempts) AS attempts, floor(1000.0 * sum(correct) / nullif(sum(attempts), 0))::int AS accuracy,
    floor(1000.0 * sum(hints) / nullif(sum(attempts), 0))::int AS hints, floor(sum(session_ms) / 60000)::bigint AS minutes,
    sum(mastered) AS mastered, floor(1000.0 * sum(visits_completed) / nullif(sum(visits), 0))::int AS visits_completed
FROM {classroom_day} AS days
GROUP BY 1, 2
