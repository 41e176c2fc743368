SELECT id AS skill_id, subject, grade, strand, code, name, description, to_json(standards) AS standards,
    to_json(facets) AS facets, to_json(requires) AS requires, to_json(builds_on) AS builds_on
FROM {catalogue}.skills
ORDER BY number
