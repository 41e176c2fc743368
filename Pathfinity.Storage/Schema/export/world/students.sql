SELECT s.id AS student_id, y.school_id, y.grade, s.given_name, s.family_name, s.gender, s.race_ethnicity, s.birth_date,
    s.iep::text AS iep, s.ell::text AS ell, s.frl::text AS frl, school.time_zone
FROM {world}.students s
LEFT JOIN (
    SELECT DISTINCT ON (student_id) student_id, school_id, grade FROM {world}.student_years ORDER BY student_id, year DESC
) y ON y.student_id = s.id
LEFT JOIN {world}.schools school ON school.id = y.school_id
ORDER BY s.id
