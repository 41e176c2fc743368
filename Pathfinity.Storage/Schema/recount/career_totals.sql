SELECT
    career_id, day, sum(chosen) AS chosen, sum(browsed) AS browsed, sum(explored) AS explored, sum(minutes) AS minutes,
    trunc((sum(interest_after) - sum(interest_before)) / nullif(sum(explored), 0)) AS interest_gain_mean
FROM {career_interest} AS sums GROUP BY career_id, day
