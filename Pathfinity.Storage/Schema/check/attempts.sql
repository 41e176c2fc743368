-- Attempts beside their sitting, their visit, their question and the classroom they count for.
SELECT
    a.id, a.day,
    -- An attempt belongs to a sitting of its day.
    s.id IS NULL AND a.session_id >> 32 = a.id >> 32 AS attempt_without_session,
    -- An attempt belongs to a visit of its day.
    v.id IS NULL AND a.visit_id >> 32 = a.id >> 32 AS attempt_without_visit,
    -- A sitting holds the attempts of its own student only.
    a.session_id >> 32 <> a.id >> 32 AS attempt_in_session_of_another,
    -- A visit holds the attempts of its own student only.
    a.visit_id >> 32 <> a.id >> 32 AS attempt_in_visit_of_another,
    -- An attempt is answered while its sitting lasts.
    a.answered_at NOT BETWEEN s.started_at AND s.ended_at AS attempt_outside_session,
    -- An attempt is answered while its visit lasts.
    a.answered_at NOT BETWEEN v.started_at AND v.ended_at AS attempt_outside_visit,
    -- A question is shown only after its sitting began.
    a.answered_at BETWEEN s.started_at AND s.ended_at
        AND a.answered_at - a.response_ms * interval '1 ms' < s.started_at AS question_shown_before_session,
    -- Sequence numbers of attempts lie between those of their sitting's begin and end.
    s.id IS NOT NULL AND (a.id & 4294967295) NOT BETWEEN (s.id & 4294967295) AND s.end_sequence AS attempt_numbered_outside_session,
    -- An attempt is at the skill that its visit is about.
    a.skill_id <> v.skill_id AS attempt_at_another_skill,
    -- An attempt counts for the classroom of its visit.
    a.classroom_id <> v.classroom_id AS attempt_for_another_classroom,
    -- At school, a sitting's attempts count for the classroom in which it is.
    s.classroom_id <> a.classroom_id AND a.classroom_id = v.classroom_id AS attempt_in_lesson_of_another_classroom,
    -- Nobody answers within a fifth of a second, nor broods for more than an hour.
    a.response_ms NOT BETWEEN 200 AND 3600000 AS response_time_out_of_reach,
    -- A skill is met for the first, second, ... time.
    a.opportunity < 1 AS opportunity_below_one,
    -- An estimate of mastery is from 0 to 1000 permille.
    a.mastery NOT BETWEEN 0 AND 1000 AS mastery_out_of_range,
    -- Nobody takes fewer hints than none or more than there are.
    a.hints NOT BETWEEN 0 AND 3 AS hints_out_of_range,
    -- An answer that a hint helped with does not count as right.
    a.correct AND a.hints > 0 AS hinted_answer_counted_right,
    -- What counts as right is the right response.
    a.correct AND a.response <> 0 AS right_without_right_response,
    -- The right response without help counts as right.
    NOT a.correct AND a.response = 0 AND a.hints = 0 AS right_response_counted_wrong,
    -- A skill becomes mastered by a right answer.
    a.flags & 4 <> 0 AND NOT a.correct AND a.hints = 0 AND a.response <> 0 AS mastered_by_wrong_answer,
    -- A skill becomes mastered at an estimate of 800 permille or more.
    a.flags & 4 <> 0 AND a.mastery < 800 AS mastered_below_threshold,
    -- Three in a row are three right answers.
    a.flags & 8 <> 0 AND NOT a.correct AND a.hints = 0 AND a.response <> 0 AS three_in_a_row_by_wrong_answer,
    -- A question is one of the day's release.
    q.number IS NULL AS question_unknown,
    -- A question asks for the skill that is practised.
    k.number <> a.skill_id AND a.skill_id = v.skill_id AS question_of_another_skill,
    -- A response is the right one, one of the question's wrong ones, or another.
    a.response NOT IN (0, 255) AND a.response > q.wrongs AS response_unknown,
    -- Practice is practice and assessment assessment, as the question was made.
    q.number IS NOT NULL AND (i.number IS NOT NULL) <> (a.flags & 2 <> 0) AS assessment_flag_differs_from_question
FROM {days}.attempts AS a
LEFT JOIN {days}.sessions AS s ON s.id = a.session_id AND s.day = a.day AND s.day BETWEEN $1 AND $2 AND s.id BETWEEN $3 AND $4
LEFT JOIN {days}.visits AS v ON v.id = a.visit_id AND v.day = a.day AND v.day BETWEEN $1 AND $2 AND v.id BETWEEN $3 AND $4
LEFT JOIN (
    SELECT value AS release, day AS first_day, coalesce(lead(day) OVER (ORDER BY number), 'infinity') AS until
    FROM {schema}.journal WHERE kind = 'release'
) AS l ON a.day >= l.first_day AND a.day < l.until
-- The release of the day has what an answer is held against in a twentieth of the room; an item's last question assesses.
LEFT JOIN {catalogue}.release_questions AS q ON q.release = l.release AND q.number = a.question_id
LEFT JOIN {catalogue}.release_skills AS k ON k.release = q.release AND k.ordinal = q.skill
LEFT JOIN {catalogue}.release_items AS i ON i.release = l.release AND i.first_question + i.questions - 1 = q.ordinal
WHERE a.day BETWEEN $1 AND $2 AND a.id BETWEEN $3 AND $4
