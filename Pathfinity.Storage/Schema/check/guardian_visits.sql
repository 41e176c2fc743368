-- What guardians looked at, beside whose guardians they are.
SELECT
    v.id, v.day,
    -- A guardian looks at the work of the own child.
    g.student_id IS DISTINCT FROM (v.id >> 32)::int AS visit_of_foreign_guardian,
    -- A look is one at the portal or into the weekly digest.
    v.kind NOT IN (0, 1) AS guardian_visit_kind_unknown,
    -- Nobody looks for less than five seconds or more than an hour.
    v.seconds NOT BETWEEN 5 AND 3600 AS guardian_visit_out_of_reach,
    -- The weekly digest comes on Sundays, at five in the afternoon.
    v.kind = 1 AND (extract(isodow FROM v.day) <> 7
        OR (v.at AT TIME ZONE c.time_zone) < v.day + time '17:00') AS digest_opened_before_it_came
FROM {schema}.guardian_visits AS v
LEFT JOIN {schema}.guardians AS g ON g.id = v.guardian_id
LEFT JOIN {schema}.school_years AS y ON v.day BETWEEN y.first_day AND y.last_day
LEFT JOIN {schema}.student_years AS p ON p.student_id = (v.id >> 32)::int AND p.year = y.year
LEFT JOIN {schema}.schools AS c ON c.id = p.school_id
WHERE v.day BETWEEN $1 AND $2
