SELECT m.id AS message_id, m.id >> 32 AS student_id, m.guardian_id, ('{teacher,attendance_letter}'::text[])[m.kind + 1] AS kind,
    ('{email,text,app,mail}'::text[])[m.channel + 1] AS channel, m.classroom_id, m.intervention_id,
    to_char(m.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS sent_at, m.absences, m.delivered,
    to_char(r.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS read_at, to_char(a.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS answered_at
FROM {world}.messages AS m
LEFT JOIN {world}.message_receipts AS r ON r.message_id = m.id AND r.kind = 0
LEFT JOIN {world}.message_receipts AS a ON a.message_id = m.id AND a.kind = 1
ORDER BY m.id
