-- What came back for messages, beside the messages.
SELECT
    r.id, r.day,
    -- Nobody reads or answers a message that was not sent.
    m.id IS NULL AS receipt_without_message,
    -- A message is read and answered by the guardian to whom it went.
    r.guardian_id <> m.guardian_id AS receipt_of_another_guardian,
    -- A message is read after it was sent.
    r.kind = 0 AND r.at <= m.at AS read_before_sent,
    -- What did not arrive is not read.
    r.kind = 0 AND NOT m.delivered AS undelivered_message_read,
    -- A message is read once, and answered once.
    count(*) OVER (PARTITION BY r.message_id, r.kind) > 1 AS message_received_twice,
    -- A message is answered after it was read, on the same day.
    r.kind = 1 AND m.id IS NOT NULL AND o.id IS NULL AS answered_before_read,
    -- Nobody answers the school's letters.
    r.kind = 1 AND m.kind = 1 AS letter_answered,
    -- What comes back is that a message was read, or an answer.
    r.kind NOT IN (0, 1) AS receipt_kind_unknown
FROM {schema}.message_receipts AS r
LEFT JOIN {schema}.messages AS m ON m.id = r.message_id AND m.id >> 32 = r.id >> 32 AND m.day BETWEEN r.day - 15 AND r.day
LEFT JOIN LATERAL (
    SELECT min(o.id) AS id FROM {schema}.message_receipts AS o
    WHERE r.kind = 1 AND o.id BETWEEN r.id >> 32 << 32 AND r.id - 1 AND o.day = r.day AND o.message_id = r.message_id
        AND o.kind = 0 AND o.at <= r.at
) AS o ON true
WHERE r.day BETWEEN $1 AND $2
