SELECT
    classroom_id, day, students, floor(1000.0 * correct / attempts)::int AS accuracy,
    floor(response_ms::numeric / attempts)::bigint AS response_ms_mean, floor(1000.0 * attempts / students)::int AS attempts_per_student
FROM {classroom_day} AS sums WHERE attempts > 0
