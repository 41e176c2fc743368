SELECT id AS scenario_id, career AS career_id, context, band AS grade_band, min_grade, subject, title, who, situation, skill,
    to_json(skills) AS skills, tasks, minutes, together::text::json AS together
FROM {catalogue}.career_scenarios
ORDER BY id COLLATE "C"
