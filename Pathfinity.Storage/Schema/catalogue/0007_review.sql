-- What was decided about content, by whom and why; what failed and why. Of a lot only the verdict may change, to refused.

CREATE TABLE {schema}.lots (
    number        int PRIMARY KEY,
    model         text NOT NULL,
    model_version int NOT NULL,
    size          int NOT NULL,
    accepted      boolean NOT NULL,
    reason        text NOT NULL,
    sample        int[] NOT NULL,
    inspected_at  timestamptz(3) NOT NULL DEFAULT now(),
    UNIQUE (model, model_version, size)
);
COMMENT ON TABLE {schema}.lots IS 'Sampling inspection of what item models wrote; one row for each version of a model and size of the lot.';
COMMENT ON COLUMN {schema}.lots.number IS 'From 1.';
COMMENT ON COLUMN {schema}.lots.model IS 'The item model.';
COMMENT ON COLUMN {schema}.lots.model_version IS 'Version of the item model.';
COMMENT ON COLUMN {schema}.lots.size IS 'Questions in the lot.';
COMMENT ON COLUMN {schema}.lots.accepted IS 'Whether inspection let it pass.';
COMMENT ON COLUMN {schema}.lots.reason IS 'How many were inspected, how many were wrong, and how.';
COMMENT ON COLUMN {schema}.lots.sample IS 'Numbers of the inspected questions; people are shown the same ones.';
COMMENT ON COLUMN {schema}.lots.inspected_at IS 'When; for people.';

CREATE TABLE {schema}.decisions (
    number     int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    question   int NOT NULL REFERENCES {schema}.questions,
    decision   text NOT NULL CHECK (decision IN ('approved', 'rejected', 'edited', 'retired')),
    who        text NOT NULL,
    why        text NOT NULL,
    difference jsonb,
    decided_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX decisions_question ON {schema}.decisions (question);
COMMENT ON TABLE {schema}.decisions IS 'Decisions of reviewers about questions, one row each.';
COMMENT ON COLUMN {schema}.decisions.number IS 'From 1.';
COMMENT ON COLUMN {schema}.decisions.question IS 'Number of the question; of the new version where it was edited.';
COMMENT ON COLUMN {schema}.decisions.decision IS 'approved, rejected, edited (and so approved) or retired.';
COMMENT ON COLUMN {schema}.decisions.who IS 'Who decided.';
COMMENT ON COLUMN {schema}.decisions.why IS 'The reason; may be empty for an approval.';
COMMENT ON COLUMN {schema}.decisions.difference IS 'What an edit changed: field, then before and after.';
COMMENT ON COLUMN {schema}.decisions.decided_at IS 'When.';

CREATE TABLE {schema}.rejections (
    key      bigint PRIMARY KEY,
    skill    text NOT NULL,
    model    text NOT NULL,
    failed   text NOT NULL,
    reason   text NOT NULL,
    stem     text NOT NULL,
    noted_at timestamptz(3) NOT NULL DEFAULT now()
);
COMMENT ON TABLE {schema}.rejections IS 'Questions that were written and failed a check, so that they never entered the catalogue.';
COMMENT ON COLUMN {schema}.rejections.key IS 'Derived from everything else, so that each is noted once.';
COMMENT ON COLUMN {schema}.rejections.skill IS 'Id of the skill.';
COMMENT ON COLUMN {schema}.rejections.model IS 'The item model or author.';
COMMENT ON COLUMN {schema}.rejections.failed IS 'Name of the check that failed.';
COMMENT ON COLUMN {schema}.rejections.reason IS 'What was wrong.';
COMMENT ON COLUMN {schema}.rejections.stem IS 'The stem.';
COMMENT ON COLUMN {schema}.rejections.noted_at IS 'When it was first seen; for people.';

CREATE INDEX questions_decided ON {schema}.questions (number)
    WHERE author <> 'procedural' OR status NOT IN ('checked', 'published');

ALTER TABLE {schema}.releases ADD COLUMN volume text NOT NULL DEFAULT 'sample';
COMMENT ON COLUMN {schema}.releases.volume IS 'How much was authored for it: sample or full.';
