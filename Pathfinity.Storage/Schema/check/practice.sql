-- Attempts of one student at one skill, each beside those before.
SELECT
    id, day,
    -- Opportunities are counted one by one.
    before_opportunity > 0 AND opportunity <> before_opportunity + 1 AS opportunity_skipped,
    -- A right answer never lowers an estimate.
    correct AND mastery < before_mastery AS right_answer_lowers_mastery,
    -- A wrong answer never raises an estimate.
    NOT correct AND hints = 0 AND mastery > before_mastery AS wrong_answer_raises_mastery,
    -- Answers come one after the other.
    answered_at < before_at AS answered_before_earlier_attempt,
    -- A skill is mastered once.
    flags & 4 <> 0 AND times_mastered > 1 AS skill_mastered_twice,
    -- Mastery takes a success on an earlier day.
    flags & 4 <> 0 AND seen_from = 1 AND first_success >= day AS mastered_on_first_day
FROM (
    SELECT
        id, day, opportunity, mastery, correct, hints, flags, answered_at,
        lag(opportunity) OVER own AS before_opportunity, lag(mastery) OVER own AS before_mastery,
        lag(answered_at) OVER own AS before_at, min(opportunity) OVER own AS seen_from,
        min(day) FILTER (WHERE correct) OVER own AS first_success,
        count(*) FILTER (WHERE flags & 4 <> 0) OVER own AS times_mastered
    FROM {days}.attempts
    WHERE day BETWEEN $1 AND $2 AND id BETWEEN $3 AND $4
    WINDOW own AS (PARTITION BY id >> 32, skill_id ORDER BY id)
) AS steps
