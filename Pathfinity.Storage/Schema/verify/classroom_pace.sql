SELECT
    a.classroom_id, date_trunc('week', a.day)::date AS week, (array_position(ARRAY['math', 'ela', 'science', 'social'], k.subject) - 1)::smallint AS subject,
    count(*)::int AS met, sum(p.place)::bigint AS places
FROM {schema}.attempts AS a
JOIN {schema}.classrooms AS c ON c.id = a.classroom_id
JOIN {schema}.courses AS o ON o.id = c.course_id
JOIN catalogue.skills AS k ON k.number = a.skill_id AND k.grade = o.grade AND (k.subject = o.subject OR o.subject IS NULL)
JOIN (
    SELECT y.year, mine.number, count(*) FILTER (WHERE other.ordinal < mine.ordinal) AS place
    FROM {schema}.school_years AS y
    JOIN catalogue.release_skills AS mine
        ON mine.release = (SELECT value FROM {schema}.journal WHERE kind = 'release' AND day <= y.first_day ORDER BY number DESC LIMIT 1)
    JOIN catalogue.skills AS m ON m.number = mine.number
    JOIN catalogue.skills AS n ON n.subject = m.subject AND n.grade = m.grade
    JOIN catalogue.release_skills AS other ON other.release = mine.release AND other.number = n.number
    GROUP BY y.year, mine.number
) AS p ON p.year = c.year AND p.number = a.skill_id
WHERE a.opportunity = 1
GROUP BY 1, 2, 3
