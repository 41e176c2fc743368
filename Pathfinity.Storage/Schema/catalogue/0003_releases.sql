-- Releases never change. Ordinals count from 0 within a release; a world's students meet nothing but these rows.

CREATE TABLE {schema}.releases (
    number     int PRIMARY KEY,
    hash       text NOT NULL,
    seed       numeric(20) NOT NULL,
    made_by    text NOT NULL,
    created_at timestamptz(3) NOT NULL DEFAULT now()
);
COMMENT ON TABLE {schema}.releases IS 'Releases of the catalogue, each immutable; one row each.';
COMMENT ON COLUMN {schema}.releases.number IS 'From 1; the largest is the newest.';
COMMENT ON COLUMN {schema}.releases.hash IS 'SHA-256 over its skills, items, questions and careers in their order, in hexadecimal.';
COMMENT ON COLUMN {schema}.releases.seed IS 'The seed from which its content was authored.';
COMMENT ON COLUMN {schema}.releases.made_by IS 'Version of the program that made it.';
COMMENT ON COLUMN {schema}.releases.created_at IS 'When it was made; for people.';

CREATE TABLE {schema}.release_skills (
    release  int NOT NULL REFERENCES {schema}.releases,
    ordinal  int NOT NULL,
    number   int NOT NULL REFERENCES {schema}.skills,
    facets   smallint NOT NULL,
    requires int[] NOT NULL,
    PRIMARY KEY (release, ordinal)
);
COMMENT ON TABLE {schema}.release_skills IS 'Skills of a release in canonical order: those with content in all three containers.';
COMMENT ON COLUMN {schema}.release_skills.release IS 'The release.';
COMMENT ON COLUMN {schema}.release_skills.ordinal IS 'Place in the release.';
COMMENT ON COLUMN {schema}.release_skills.number IS 'The skill.';
COMMENT ON COLUMN {schema}.release_skills.facets IS 'Number of its facets.';
COMMENT ON COLUMN {schema}.release_skills.requires IS 'Ordinals of the skills that gate it.';

CREATE TABLE {schema}.release_items (
    release        int NOT NULL REFERENCES {schema}.releases,
    ordinal        int NOT NULL,
    number         int NOT NULL REFERENCES {schema}.items,
    key            bigint NOT NULL,
    skill          int NOT NULL,
    container      smallint NOT NULL,
    facet          smallint NOT NULL,
    context        smallint NOT NULL,
    words          int NOT NULL,
    first_question int NOT NULL,
    questions      smallint NOT NULL,
    PRIMARY KEY (release, ordinal)
);
COMMENT ON TABLE {schema}.release_items IS 'Content items of a release, by skill and container, as students meet them.';
COMMENT ON COLUMN {schema}.release_items.release IS 'The release.';
COMMENT ON COLUMN {schema}.release_items.ordinal IS 'Place in the release.';
COMMENT ON COLUMN {schema}.release_items.number IS 'The content item.';
COMMENT ON COLUMN {schema}.release_items.key IS 'Key of id and content, for digests.';
COMMENT ON COLUMN {schema}.release_items.skill IS 'Ordinal of its skill.';
COMMENT ON COLUMN {schema}.release_items.container IS '0 Learn, 1 Experience, 2 Discover.';
COMMENT ON COLUMN {schema}.release_items.facet IS 'Place among the skill''s facets of the one that most of its questions target.';
COMMENT ON COLUMN {schema}.release_items.context IS 'Ordinal of its work context; -1 for none.';
COMMENT ON COLUMN {schema}.release_items.words IS 'Words to read before its first question.';
COMMENT ON COLUMN {schema}.release_items.first_question IS 'Ordinal of its first question.';
COMMENT ON COLUMN {schema}.release_items.questions IS 'Number of its questions; the last one assesses.';

CREATE TABLE {schema}.release_questions (
    release    int NOT NULL REFERENCES {schema}.releases,
    ordinal    int NOT NULL,
    number     int NOT NULL REFERENCES {schema}.questions,
    key        bigint NOT NULL,
    skill      int NOT NULL,
    kind       smallint NOT NULL,
    options    smallint NOT NULL,
    wrongs     smallint NOT NULL,
    words      int NOT NULL,
    difficulty smallint NOT NULL,
    PRIMARY KEY (release, ordinal)
);
COMMENT ON TABLE {schema}.release_questions IS 'Questions of a release in the order of its items, as students meet them.';
COMMENT ON COLUMN {schema}.release_questions.release IS 'The release.';
COMMENT ON COLUMN {schema}.release_questions.ordinal IS 'Place in the release.';
COMMENT ON COLUMN {schema}.release_questions.number IS 'The question.';
COMMENT ON COLUMN {schema}.release_questions.key IS 'Key of id and content, for digests.';
COMMENT ON COLUMN {schema}.release_questions.skill IS 'Ordinal of its skill.';
COMMENT ON COLUMN {schema}.release_questions.kind IS '0 choice, 1 multi, 2 numeric, 3 text, 4 order, 5 match.';
COMMENT ON COLUMN {schema}.release_questions.options IS 'Number of options; 0 when the answer is open.';
COMMENT ON COLUMN {schema}.release_questions.wrongs IS 'Number of wrong responses it knows.';
COMMENT ON COLUMN {schema}.release_questions.words IS 'Words to read before it can be answered.';
COMMENT ON COLUMN {schema}.release_questions.difficulty IS 'Authored difficulty in thousandths of a logit.';

CREATE TABLE {schema}.release_careers (
    release   int NOT NULL REFERENCES {schema}.releases,
    ordinal   int NOT NULL,
    number    int NOT NULL REFERENCES {schema}.careers,
    min_grade smallint NOT NULL,
    interests smallint[] NOT NULL,
    cluster   smallint NOT NULL,
    contexts  smallint[] NOT NULL,
    PRIMARY KEY (release, ordinal)
);
COMMENT ON TABLE {schema}.release_careers IS 'Careers of a release, as students meet them.';
COMMENT ON COLUMN {schema}.release_careers.release IS 'The release.';
COMMENT ON COLUMN {schema}.release_careers.ordinal IS 'Place in the release.';
COMMENT ON COLUMN {schema}.release_careers.number IS 'The career.';
COMMENT ON COLUMN {schema}.release_careers.min_grade IS 'The youngest grade to which it is offered: 0 Pre-K, 1 K, 2 grade 1, ... 13 grade 12.';
COMMENT ON COLUMN {schema}.release_careers.interests IS 'Interest types, strongest first: 0 realistic, 1 investigative, 2 artistic, 3 social, 4 enterprising, 5 conventional.';
COMMENT ON COLUMN {schema}.release_careers.cluster IS 'Ordinal of its cluster among all clusters.';
COMMENT ON COLUMN {schema}.release_careers.contexts IS 'Ordinals of its work contexts, its own first.';

CREATE TABLE {schema}.release_contexts (
    release int NOT NULL REFERENCES {schema}.releases,
    ordinal int NOT NULL,
    key     text NOT NULL REFERENCES {schema}.work_contexts,
    cluster smallint NOT NULL,
    PRIMARY KEY (release, ordinal)
);
COMMENT ON TABLE {schema}.release_contexts IS 'Work contexts of a release.';
COMMENT ON COLUMN {schema}.release_contexts.release IS 'The release.';
COMMENT ON COLUMN {schema}.release_contexts.ordinal IS 'Place in the release.';
COMMENT ON COLUMN {schema}.release_contexts.key IS 'The work context.';
COMMENT ON COLUMN {schema}.release_contexts.cluster IS 'Ordinal of its cluster among all clusters.';
