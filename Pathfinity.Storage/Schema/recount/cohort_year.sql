WITH sums AS (
    SELECT
        entry_year, entry_grade, year, count(*) AS students,
        trunc(sum(attempts) / count(*))::int AS attempts, trunc(1000.0 * sum(correct) / nullif(sum(attempts), 0))::int AS accuracy,
        trunc(sum(session_ms) / 60000 / count(*))::int AS minutes, trunc(10.0 * sum(mastered) / count(*))::int AS mastered,
        trunc(1000.0 * sum(absent) / nullif(sum(present + absent + tardy), 0))::int AS absence
    FROM {student_totals} AS t JOIN {schema}.students ON id = student_id
    GROUP BY entry_year, entry_grade, year
)
SELECT entry_year, entry_grade, year, false AS suppressed, students, attempts, accuracy, minutes, mastered, absence
FROM sums WHERE students >= 10
UNION ALL
SELECT entry_year, entry_grade, year, true, NULL, NULL, NULL, NULL, NULL, NULL FROM sums WHERE students < 10
