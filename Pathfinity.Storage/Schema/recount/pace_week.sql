WITH guide AS MATERIALIZED (SELECT year, course_id, subject, place, first_day FROM {schema}.pacing_guide)
SELECT
    p.classroom_id, p.week, p.subject, p.met, floor(p.places * 10.0 / p.met)::int AS place, 10 * max(g.place) AS planned,
    (10 * max(g.place) - floor(p.places * 10.0 / p.met))::int AS behind
FROM {classroom_pace} AS p
JOIN {schema}.classrooms AS c ON c.id = p.classroom_id
LEFT JOIN guide AS g ON (g.year, g.course_id, g.subject) = (c.year, c.course_id, p.subject) AND g.first_day <= p.week + 6
GROUP BY p.classroom_id, p.week, p.subject, p.met, p.places
