SELECT
    school_id, year, grade, subject, window_number, count(*) AS tested, round(sum(score)::numeric / count(*)) AS score, mean AS norm,
    count(*) FILTER (WHERE place < -deviation) AS far_below, count(*) FILTER (WHERE place BETWEEN -deviation AND -1) AS below,
    count(*) FILTER (WHERE place BETWEEN 0 AND deviation - 1) AS above, count(*) FILTER (WHERE place >= deviation) AS far_above,
    1000 * count(*) FILTER (WHERE place >= 0) / count(*) AS proficient
FROM (
    SELECT school_id, y.year, grade, a.subject, a.window_number, score, mean, deviation, score - mean AS place
    FROM (
        SELECT DISTINCT ON (id >> 32, year, subject, window_number) (id >> 32)::int AS student_id, year, subject, window_number, score
        FROM {schema}.assessments JOIN {schema}.school_years ON day BETWEEN first_day AND last_day
        WHERE kind = 2 ORDER BY id >> 32, year, subject, window_number, id DESC
    ) AS a
    JOIN {schema}.student_years AS y USING (student_id, year)
    JOIN {schema}.benchmark_norms AS n USING (subject, grade, window_number)
) AS placed
GROUP BY school_id, year, grade, subject, window_number, mean
