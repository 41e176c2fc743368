SELECT q.id || CASE WHEN q.version > 1 THEN '@' || q.version ELSE '' END AS question_id, q.item AS item_id,
    q.skill AS skill_id, s.subject, s.grade, q.container, q.kind, q.stem, q.figure, q.choices,
    q.responses -> 0 -> 'answer' AS key, q.rationale,
    (SELECT jsonb_agg(wrong - 'given' ORDER BY place)
     FROM jsonb_array_elements(q.responses) WITH ORDINALITY AS response (wrong, place)
     WHERE place > 1) AS distractor_reasons,
    round(q.difficulty / 1000.0, 3) AS difficulty, q.model AS item_model, q.proof, q.status, q.author,
    q.facet, q.part, q.prompts, q.frame, q.figure_alt, q.hint, q.demand, q.words, q.context
FROM {catalogue}.questions q JOIN {catalogue}.skills s ON s.id = q.skill
ORDER BY q.number
