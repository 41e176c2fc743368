-- Students, year by year.
SELECT
    s.id::bigint AS id, NULL::date AS day,
    -- Nobody is two years younger or three years older than a grade's usual age.
    extract(year FROM age(y.first_day, s.birth_date)) - array_position(g.grades, p.grade) NOT BETWEEN 1 AND 6 AS age_out_of_grade,
    -- A student goes up one grade a year.
    array_position(g.grades, p.grade) <> lag(array_position(g.grades, p.grade)) OVER own + 1 AS grade_skipped,
    -- A school teaches the grades that it has.
    array_position(g.grades, p.grade) NOT BETWEEN array_position(g.grades, c.low_grade)
        AND array_position(g.grades, c.high_grade) AS grade_not_taught_at_school,
    -- A student's first year in the world is the year of entry.
    p.year < s.entry_year AS student_year_before_entry,
    -- Whoever is in the world has a mark.
    m.student_id IS NULL AS student_without_mark
FROM {schema}.students AS s
CROSS JOIN (SELECT ARRAY['PK', 'K', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] AS grades) AS g
JOIN {schema}.student_years AS p ON p.student_id = s.id
JOIN {schema}.school_years AS y ON y.year = p.year
LEFT JOIN {schema}.schools AS c ON c.id = p.school_id
LEFT JOIN {schema}.marks AS m ON m.student_id = s.id
WINDOW own AS (PARTITION BY s.id ORDER BY p.year)
