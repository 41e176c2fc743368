SELECT id AS referral_id, id >> 32 AS student_id, classroom_id, day AS date,
    ('{disruption,defiance,aggression,language,technology}'::text[])[kind + 1] AS kind,
    ('{talk,call_home,detention,in_school_suspension}'::text[])[action + 1] AS action
FROM {world}.behaviour_referrals
ORDER BY id
