SELECT
    school_id, year, subject, grade, sum(met) AS met, sum(stuck) AS stuck, sum(freed) AS freed,
    floor(1000.0 * sum(stuck) / nullif(sum(met), 0))::int AS stuck_share
FROM {classroom_skill} AS sums
JOIN {schema}.classrooms AS c ON c.id = classroom_id
JOIN (SELECT number AS skill_id, subject, grade FROM catalogue.skills) AS s USING (skill_id)
GROUP BY school_id, year, subject, grade
