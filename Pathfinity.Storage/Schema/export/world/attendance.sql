SELECT id >> 32 AS student_id, day AS date, ('{present,absent,tardy}'::text[])[status + 1] AS status,
    ('{NULL,illness,family,transport,unexcused}'::text[])[reason + 1] AS reason
FROM {world}.attendance
ORDER BY id
