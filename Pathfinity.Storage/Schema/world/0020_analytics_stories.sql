-- What to show of a world first.

CREATE VIEW {schema}.stories AS
WITH levels AS (
    SELECT
        classroom_id, week, round(avg(accuracy) OVER span)::int AS level, count(*) OVER span AS weeks
    FROM {schema}.classroom_week
    WHERE attempts >= 60
    WINDOW span AS (PARTITION BY classroom_id ORDER BY week ROWS 2 PRECEDING)
), recoveries AS (
    SELECT
        classroom_id, (array_agg(week ORDER BY level, week))[1] AS first_day, max(week) AS last_day,
        min(level) AS before, (array_agg(level ORDER BY week DESC))[1] AS after
    FROM levels WHERE weeks = 3 GROUP BY classroom_id
), helped AS (
    SELECT
        (i.id >> 32)::int AS student_id, i.classroom_id, i.skill_id, i.day AS first_day, o.day AS last_day,
        i.mastery AS before, o.mastery AS after, i.id
    FROM {schema}.interventions AS i JOIN {schema}.intervention_outcomes AS o ON o.intervention_id = i.id
    WHERE i.kind IN (1, 2) AND o.outcome = 0 AND i.skill_id IS NOT NULL
), grown AS (
    SELECT * FROM {schema}.benchmark_growth WHERE growth > expected
), ranked AS (
    SELECT
        'class' AS kind, row_number() OVER (ORDER BY after - before DESC, classroom_id) AS place, NULL::int AS student_id,
        classroom_id, NULL::int AS skill_id, NULL::int AS career_id, first_day, last_day, before, after
    FROM recoveries WHERE after > before
    UNION ALL
    SELECT
        'help', row_number() OVER (ORDER BY after - before DESC, id), student_id, classroom_id, skill_id, NULL, first_day,
        last_day, before, after
    FROM helped WHERE after > before
    UNION ALL
    SELECT
        'career', row_number() OVER (ORDER BY c.interest_last - c.interest_first DESC, c.chosen DESC, c.student_id, c.career_id),
        c.student_id, NULL, NULL, c.career_id, c.first_day, c.last_day, c.interest_first, c.interest_last
    FROM {schema}.student_career AS c JOIN {schema}.career_exploration AS e ON (e.student_id, e.favourite) = (c.student_id, c.career_id)
    WHERE c.interest_last > c.interest_first
    UNION ALL
    SELECT
        'growth', row_number() OVER (ORDER BY growth - expected DESC, student_id, year, subject), student_id, NULL, NULL, NULL,
        y.first_day, y.last_day, autumn, coalesce(spring, winter)
    FROM grown JOIN {schema}.school_years AS y USING (year)
)
SELECT kind, place::int, student_id, classroom_id, skill_id, career_id, first_day, last_day, before::int, after::int
FROM ranked WHERE place <= 3
UNION ALL
SELECT 'told', row_number() OVER (ORDER BY id)::int, id, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM {schema}.students WHERE story IS NOT NULL;
COMMENT ON VIEW {schema}.stories IS 'One row for each thing worth showing: three of each kind, the clearest first, and every student of whom something is told.';
COMMENT ON COLUMN {schema}.stories.kind IS 'class (a classroom that came back), help (tutoring or a group that was followed by mastery), career (a student whose interest in the favourite career grew), growth (above what the norms expect) or told (a student with a story).';
COMMENT ON COLUMN {schema}.stories.place IS 'Order within the kind, from 1.';
COMMENT ON COLUMN {schema}.stories.student_id IS 'The student, or none.';
COMMENT ON COLUMN {schema}.stories.classroom_id IS 'The classroom, or none.';
COMMENT ON COLUMN {schema}.stories.skill_id IS 'Skill that it is about: its number in the catalogue; or none.';
COMMENT ON COLUMN {schema}.stories.career_id IS 'Career: its number in the catalogue; or none.';
COMMENT ON COLUMN {schema}.stories.first_day IS 'When it begins: of a class the week in which it stood lowest, of growth the first day of the school year.';
COMMENT ON COLUMN {schema}.stories.last_day IS 'When it ends, so far.';
COMMENT ON COLUMN {schema}.stories.before IS 'What it began with: right attempts of three weeks in permille, mastery in permille, interest in permille, or score in tenths of a point.';
COMMENT ON COLUMN {schema}.stories.after IS 'The same at its end.';
