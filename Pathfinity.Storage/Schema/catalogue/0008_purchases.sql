-- What language models were asked for and what it cost, so that nothing is bought twice and every draft can say where it
-- comes from. A row is written before its request leaves.

CREATE TABLE {schema}.purchases (
    key                text PRIMARY KEY,
    item               text NOT NULL,
    skill              text NOT NULL,
    model              text NOT NULL,
    prompt             text NOT NULL CHECK (prompt IN ('write', 'solve')),
    prompt_version     int NOT NULL,
    batched            boolean NOT NULL,
    batch              text,
    state              text NOT NULL CHECK (state IN ('asked', 'answered', 'lost')),
    cost_micros        bigint NOT NULL,
    input_tokens       bigint NOT NULL,
    output_tokens      bigint NOT NULL,
    cache_write_tokens bigint NOT NULL,
    cache_read_tokens  bigint NOT NULL,
    answer             text NOT NULL,
    stop               text,
    asked_at           timestamptz(3) NOT NULL DEFAULT now(),
    changed_at         timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX purchases_item ON {schema}.purchases (item);
CREATE INDEX purchases_batch ON {schema}.purchases (batch) WHERE batch IS NOT NULL;
CREATE INDEX purchases_waiting ON {schema}.purchases (asked_at) WHERE state = 'asked' AND batched;
COMMENT ON TABLE {schema}.purchases IS 'Requests to language models, one row each, with what they cost and what came back.';
COMMENT ON COLUMN {schema}.purchases.key IS 'Of the whole request: prompt, model, texts, schema and attempt. The id of the request within a batch.';
COMMENT ON COLUMN {schema}.purchases.item IS 'Id of the content item for which it was made.';
COMMENT ON COLUMN {schema}.purchases.skill IS 'Id of the skill.';
COMMENT ON COLUMN {schema}.purchases.model IS 'The model; once answered, as it names itself.';
COMMENT ON COLUMN {schema}.purchases.prompt IS 'write for questions, solve for their answers without the key.';
COMMENT ON COLUMN {schema}.purchases.prompt_version IS 'Version of the prompt.';
COMMENT ON COLUMN {schema}.purchases.batched IS 'Whether it was sent in a batch.';
COMMENT ON COLUMN {schema}.purchases.batch IS 'Id of the batch, as soon as it is known.';
COMMENT ON COLUMN {schema}.purchases.state IS 'asked, answered or lost.';
COMMENT ON COLUMN {schema}.purchases.cost_micros IS 'Millionths of a US dollar: while asked what it may cost, then what it did cost.';
COMMENT ON COLUMN {schema}.purchases.input_tokens IS 'Tokens read that came neither from the cache nor entered it.';
COMMENT ON COLUMN {schema}.purchases.output_tokens IS 'Tokens written.';
COMMENT ON COLUMN {schema}.purchases.cache_write_tokens IS 'Tokens that entered the cache.';
COMMENT ON COLUMN {schema}.purchases.cache_read_tokens IS 'Tokens that came from the cache.';
COMMENT ON COLUMN {schema}.purchases.answer IS 'The answer as it came; of a lost one, why it was lost.';
COMMENT ON COLUMN {schema}.purchases.stop IS 'Why the model stopped, where it was not done.';
COMMENT ON COLUMN {schema}.purchases.asked_at IS 'When; for people.';
COMMENT ON COLUMN {schema}.purchases.changed_at IS 'When it was last heard of; for people.';
