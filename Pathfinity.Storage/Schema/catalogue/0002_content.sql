-- Content, append-only: what changes is a new row with the same id, another number and the next version. Only the status
-- of a row moves. Texts of JSON whose form matters are json, the rest is jsonb.

CREATE TABLE {schema}.items (
    number    int PRIMARY KEY,
    id        text NOT NULL,
    version   int NOT NULL,
    skill     text NOT NULL REFERENCES {schema}.skills (id),
    container text NOT NULL CHECK (container IN ('learn', 'experience', 'discover')),
    context   text REFERENCES {schema}.work_contexts,
    title     text NOT NULL,
    body      json NOT NULL,
    words     int NOT NULL,
    status    text NOT NULL,
    author    text NOT NULL,
    hash      bytea NOT NULL CHECK (length(hash) = 32),
    UNIQUE (id, version)
);
COMMENT ON TABLE {schema}.items IS 'Content items: lessons, experiences at work and discovery stations; one row for each version.';
COMMENT ON COLUMN {schema}.items.number IS 'Number for good, by which activity names it.';
COMMENT ON COLUMN {schema}.items.id IS 'Permanent: skill, container and number, such as math.2.A.3/learn/1.';
COMMENT ON COLUMN {schema}.items.version IS 'From 1; the next one replaces it in later releases.';
COMMENT ON COLUMN {schema}.items.skill IS 'Id of its skill.';
COMMENT ON COLUMN {schema}.items.container IS 'learn, experience or discover.';
COMMENT ON COLUMN {schema}.items.context IS 'Key of its work context; none for a lesson that fits every career.';
COMMENT ON COLUMN {schema}.items.title IS 'Title.';
COMMENT ON COLUMN {schema}.items.body IS 'What it shows besides its questions.';
COMMENT ON COLUMN {schema}.items.words IS 'Words to read before its first question.';
COMMENT ON COLUMN {schema}.items.status IS 'draft, checked, inreview, approved, published, rejected or retired.';
COMMENT ON COLUMN {schema}.items.author IS 'Who made it; procedural for an item model.';
COMMENT ON COLUMN {schema}.items.hash IS 'SHA-256 over everything but number, version and status.';

CREATE TABLE {schema}.questions (
    number        int PRIMARY KEY,
    id            text NOT NULL,
    version       int NOT NULL,
    item          text NOT NULL,
    skill         text NOT NULL REFERENCES {schema}.skills (id),
    facet         text NOT NULL,
    container     text NOT NULL CHECK (container IN ('learn', 'experience', 'discover')),
    part          text NOT NULL CHECK (part IN ('practice', 'assessment')),
    kind          text NOT NULL CHECK (kind IN ('choice', 'multi', 'numeric', 'text', 'order', 'match')),
    stem          text NOT NULL,
    figure        text,
    figure_alt    text,
    choices       jsonb NOT NULL,
    prompts       jsonb NOT NULL,
    frame         text NOT NULL,
    responses     jsonb NOT NULL,
    hint          text NOT NULL,
    rationale     text NOT NULL,
    demand        text NOT NULL CHECK (demand IN ('recall', 'apply', 'reason')),
    difficulty    smallint NOT NULL,
    words         int NOT NULL,
    mask          text NOT NULL,
    model         text NOT NULL,
    model_version int NOT NULL,
    context       text REFERENCES {schema}.work_contexts,
    proof         json NOT NULL,
    status        text NOT NULL,
    author        text NOT NULL,
    hash          bytea NOT NULL CHECK (length(hash) = 32),
    UNIQUE (id, version)
);
COMMENT ON TABLE {schema}.questions IS 'Questions, each proven; one row for each version.';
COMMENT ON COLUMN {schema}.questions.number IS 'Number for good, by which activity names it.';
COMMENT ON COLUMN {schema}.questions.id IS 'Permanent: skill, item model, facet, context and sequence number.';
COMMENT ON COLUMN {schema}.questions.version IS 'From 1; the next one replaces it in later releases.';
COMMENT ON COLUMN {schema}.questions.item IS 'Id of the content item that shows it.';
COMMENT ON COLUMN {schema}.questions.skill IS 'Id of its skill.';
COMMENT ON COLUMN {schema}.questions.facet IS 'The facet of the skill that it targets.';
COMMENT ON COLUMN {schema}.questions.container IS 'learn, experience or discover.';
COMMENT ON COLUMN {schema}.questions.part IS 'practice or assessment.';
COMMENT ON COLUMN {schema}.questions.kind IS 'choice, multi, numeric, text, order or match.';
COMMENT ON COLUMN {schema}.questions.stem IS 'What is asked.';
COMMENT ON COLUMN {schema}.questions.figure IS 'A whole SVG document, or none.';
COMMENT ON COLUMN {schema}.questions.figure_alt IS 'The figure in words.';
COMMENT ON COLUMN {schema}.questions.choices IS 'Texts shown: options of a choice or multi, the shuffled sequence of an order, the right column of a match.';
COMMENT ON COLUMN {schema}.questions.prompts IS 'Texts of the left column of a match, else empty.';
COMMENT ON COLUMN {schema}.questions.frame IS 'What stands around a typed answer, which is {}.';
COMMENT ON COLUMN {schema}.questions.responses IS 'What students answer: first the right response, then the wrong ones. given: texts; answer: what is sent (index, indices, number or text by kind); bug: what yields it; reason: why.';
COMMENT ON COLUMN {schema}.questions.hint IS 'The hint.';
COMMENT ON COLUMN {schema}.questions.rationale IS 'Why the right response is right.';
COMMENT ON COLUMN {schema}.questions.demand IS 'recall, apply or reason.';
COMMENT ON COLUMN {schema}.questions.difficulty IS 'Authored difficulty in thousandths of a logit; 0 is usual for the skill.';
COMMENT ON COLUMN {schema}.questions.words IS 'Words of stem and choices.';
COMMENT ON COLUMN {schema}.questions.mask IS 'The stem with everything that varies masked.';
COMMENT ON COLUMN {schema}.questions.model IS 'The item model that wrote it.';
COMMENT ON COLUMN {schema}.questions.model_version IS 'Version of the item model.';
COMMENT ON COLUMN {schema}.questions.context IS 'Key of the work context that its amounts or documents come from, or none.';
COMMENT ON COLUMN {schema}.questions.proof IS 'method and data: how the key is found a second time.';
COMMENT ON COLUMN {schema}.questions.status IS 'draft, checked, inreview, approved, published, rejected or retired.';
COMMENT ON COLUMN {schema}.questions.author IS 'Who made it; procedural for an item model.';
COMMENT ON COLUMN {schema}.questions.hash IS 'SHA-256 over everything but number, version and status.';

CREATE INDEX questions_skill ON {schema}.questions (skill);
