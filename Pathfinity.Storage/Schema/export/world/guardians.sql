SELECT id AS guardian_id, student_id, given_name, family_name, relation, language, channel, working_hours, home_access, email,
    phone
FROM {world}.guardians
ORDER BY id
