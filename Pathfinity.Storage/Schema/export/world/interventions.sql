SELECT i.id AS intervention_id, i.id >> 32 AS student_id, i.classroom_id, i.number,
    ('{assignment,small_group,tutoring,message_home,praise,move_on,to_support,to_core,to_extension}'::text[])[i.kind + 1] AS kind,
    ('{struggle,wheel_spinning,class_gap,idleness,absence,success,pace,regrouping}'::text[])[i.trigger + 1] AS trigger, s.id AS skill_id,
    to_char(i.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS began_at, i.due_day AS due_date, i.minutes,
    i.mastery AS mastery_before,
    ('{completed,unfinished,displaced}'::text[])[o.outcome + 1] AS outcome,
    to_char(o.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS ended_at, o.lessons, o.mastery AS mastery_after
FROM {world}.interventions i
LEFT JOIN {world}.intervention_outcomes o ON o.intervention_id = i.id
LEFT JOIN {catalogue}.skills s ON s.number = i.skill_id
ORDER BY i.id
