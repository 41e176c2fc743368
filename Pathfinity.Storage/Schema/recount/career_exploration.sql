SELECT
    student_id, careers, journeys, all_minutes AS minutes, career_id AS favourite, floor(1000.0 * chosen / nullif(journeys, 0))::int AS favourite_share,
    interest_last - interest_first AS interest_gain
FROM (
    SELECT
        *, count(*) OVER own AS careers, sum(chosen) OVER own AS journeys, sum(minutes) OVER own AS all_minutes,
        row_number() OVER (PARTITION BY student_id ORDER BY chosen DESC, minutes DESC, career_id) AS place
    FROM {student_career} AS sums WINDOW own AS (PARTITION BY student_id)
) AS placed
WHERE place = 1
