SELECT
    p.classroom_id, p.week, p.subject, p.met, floor(p.places * 10.0 / p.met)::int AS place, w.planned, (w.planned - floor(p.places * 10.0 / p.met))::int AS behind
FROM {classroom_pace} AS p
JOIN {schema}.classrooms AS c ON c.id = p.classroom_id
CROSS JOIN LATERAL (
    SELECT 10 * max(g.place) AS planned FROM {schema}.pacing_guide AS g
    WHERE (g.year, g.course_id, g.subject) = (c.year, c.course_id, p.subject) AND g.first_day <= p.week + 6
) AS w
