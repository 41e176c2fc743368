WITH members AS (
    SELECT y.school_id, y.year, g.working_hours, g.home_access, g.channel, g.language, s.level
    FROM {schema}.student_years AS y JOIN {schema}.schools AS s ON s.id = y.school_id JOIN {schema}.guardians AS g ON g.student_id = y.student_id
)
SELECT school_id, year, 'working_hours' AS kind, working_hours AS member, count(*)::int AS guardians FROM members GROUP BY 1, 2, 4
UNION ALL SELECT school_id, year, 'home_access', home_access, count(*)::int FROM members GROUP BY 1, 2, 4
UNION ALL SELECT school_id, year, 'channel', channel, count(*)::int FROM members GROUP BY 1, 2, 4
UNION ALL SELECT school_id, year, 'level', level, count(*)::int FROM members GROUP BY 1, 2, 4
UNION ALL SELECT school_id, year, 'language', CASE language WHEN 'en' THEN 'English' ELSE 'other' END, count(*)::int FROM members GROUP BY 1, 2, 4
