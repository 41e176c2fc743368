WITH weeks AS (
    SELECT
        classroom_id, date_trunc('week', day)::date AS week, floor(1000.0 * sum(correct) / sum(attempts)) AS accuracy,
        row_number() OVER (PARTITION BY classroom_id ORDER BY date_trunc('week', day)) AS place,
        count(*) OVER (PARTITION BY classroom_id) AS last_place
    FROM {classroom_day} AS days GROUP BY 1, date_trunc('week', day) HAVING sum(attempts) >= 60
), levels AS (
    SELECT c.classroom_id, c.week, c.place, c.last_place, round((a.accuracy + b.accuracy + c.accuracy) / 3)::int AS level
    FROM weeks AS a JOIN weeks AS b USING (classroom_id) JOIN weeks AS c USING (classroom_id)
    WHERE b.place = a.place + 1 AND c.place = b.place + 1
), recoveries AS (
    SELECT DISTINCT ON (low.classroom_id) low.classroom_id, low.week AS first_day, top.week AS last_day, low.level AS before, top.level AS after
    FROM levels AS low JOIN levels AS top ON top.classroom_id = low.classroom_id AND top.place = top.last_place
    ORDER BY low.classroom_id, low.level, low.week
), spans AS (
    SELECT b.student_id, b.year, b.subject, autumn, coalesce(spring, winter) AS latest, coalesce(spring, winter) - autumn - (n.mean - f.mean) AS surplus
    FROM {student_benchmark} AS b
    JOIN {schema}.student_years USING (student_id, year)
    JOIN {schema}.benchmark_norms AS f ON (f.subject, f.grade, f.window_number) = (b.subject, student_years.grade, 1)
    JOIN {schema}.benchmark_norms AS n
        ON (n.subject, n.grade, n.window_number) = (b.subject, student_years.grade, CASE WHEN spring IS NULL THEN 2 ELSE 3 END)
)
(SELECT
    'class' AS kind, row_number() OVER (ORDER BY before - after, classroom_id) AS place, NULL::int AS student_id, classroom_id,
    NULL::int AS skill_id, NULL::int AS career_id, first_day, last_day, before, after
FROM recoveries WHERE before < after ORDER BY before - after, classroom_id LIMIT 3)
UNION ALL
(SELECT
    'help', row_number() OVER (ORDER BY i.mastery - o.mastery, i.id), (i.id >> 32)::int, classroom_id, skill_id, NULL, i.day, o.day,
    i.mastery, o.mastery
FROM {schema}.intervention_outcomes AS o JOIN {schema}.interventions AS i ON i.id = o.intervention_id
WHERE skill_id IS NOT NULL AND outcome = 0 AND kind BETWEEN 1 AND 2 AND i.mastery < o.mastery ORDER BY i.mastery - o.mastery, i.id LIMIT 3)
UNION ALL
(SELECT
    'career', row_number() OVER (ORDER BY interest_first - interest_last, chosen DESC, student_id, career_id), student_id, NULL, NULL,
    career_id, first_day, last_day, interest_first, interest_last
FROM (SELECT DISTINCT ON (student_id) * FROM {student_career} AS c ORDER BY student_id, chosen DESC, minutes DESC, career_id) AS favourites
WHERE interest_first < interest_last ORDER BY interest_first - interest_last, chosen DESC, student_id, career_id LIMIT 3)
UNION ALL
(SELECT
    'growth', row_number() OVER (ORDER BY surplus DESC, student_id, year, subject), student_id, NULL, NULL, NULL, first_day,
    CASE WHEN last_day < lived THEN last_day ELSE lived END, autumn, latest
FROM spans JOIN {schema}.school_years USING (year) CROSS JOIN (SELECT max(day) AS lived FROM {school_day} AS days) AS today
WHERE surplus > 0 ORDER BY surplus DESC, student_id, year, subject LIMIT 3)
UNION ALL
SELECT 'told', (SELECT count(*) FROM {schema}.students AS b WHERE b.story IS NOT NULL AND b.id <= a.id), id, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM {schema}.students AS a WHERE story IS NOT NULL
