SELECT
    school_id, year, standard, count(DISTINCT skill_id) AS skills, sum(met) AS met, sum(mastered) AS mastered, sum(attempts) AS attempts,
    floor(1000.0 * sum(correct) / sum(attempts))::int AS accuracy,
    CASE WHEN sum(met) = 0 THEN NULL WHEN sum(mastered) > sum(met) THEN 1000 ELSE floor(1000.0 * sum(mastered) / sum(met)) END::int AS mastered_share
FROM (SELECT number AS skill_id, unnest(standards) AS standard FROM catalogue.skills) AS s
JOIN {classroom_skill} AS sums USING (skill_id)
JOIN {schema}.classrooms ON id = classroom_id
GROUP BY school_id, year, standard
