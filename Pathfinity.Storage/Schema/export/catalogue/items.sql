SELECT i.id || CASE WHEN i.version > 1 THEN '@' || i.version ELSE '' END AS item_id, i.skill AS skill_id, s.subject, s.grade,
    i.container, i.context, i.title, i.body, i.words, i.status, i.author
FROM {catalogue}.items i JOIN {catalogue}.skills s ON s.id = i.skill
ORDER BY i.number
