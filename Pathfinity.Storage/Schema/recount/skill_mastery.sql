SELECT
    classroom_id, skill_id, met, mastered, attempts, floor(1000.0 * correct / attempts)::int AS accuracy,
    floor(1.0 * response_ms / attempts)::bigint AS response_ms_mean, stuck, freed,
    CASE WHEN met > 0 THEN floor(1000.0 * stuck / met)::int END AS stuck_share
FROM {classroom_skill} AS sums
