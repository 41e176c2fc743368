-- What students who hold misconceptions and who work in a career's scenarios need of a release. Bugs and scenarios get
-- numbers for good.

ALTER TABLE {schema}.bugs ADD COLUMN number int;
UPDATE {schema}.bugs b SET number = n.number
FROM (SELECT id, row_number() OVER (ORDER BY id COLLATE "C") AS number FROM {schema}.bugs) n WHERE n.id = b.id;
ALTER TABLE {schema}.bugs ALTER COLUMN number SET NOT NULL, ADD UNIQUE (number);
COMMENT ON COLUMN {schema}.bugs.number IS 'The bug''s number for good.';

ALTER TABLE {schema}.career_scenarios ADD COLUMN number int;
UPDATE {schema}.career_scenarios s SET number = n.number
FROM (SELECT id, row_number() OVER (ORDER BY id COLLATE "C") AS number FROM {schema}.career_scenarios) n WHERE n.id = s.id;
ALTER TABLE {schema}.career_scenarios ALTER COLUMN number SET NOT NULL, ADD UNIQUE (number);
COMMENT ON COLUMN {schema}.career_scenarios.number IS 'The scenario''s number for good, by which activity names it.';

ALTER TABLE {schema}.release_questions ADD COLUMN bugs smallint[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN {schema}.release_questions.bugs IS 'For each wrong response, the ordinal of its bug in the release; -1 for none. Empty when nothing is known of them.';

CREATE TABLE {schema}.release_bugs (
    release int NOT NULL REFERENCES {schema}.releases,
    ordinal int NOT NULL,
    number  int NOT NULL REFERENCES {schema}.bugs (number),
    onset   smallint NOT NULL,
    peak    smallint NOT NULL,
    decline smallint NOT NULL,
    PRIMARY KEY (release, ordinal)
);
COMMENT ON TABLE {schema}.release_bugs IS 'Misconceptions of a release: those that its wrong responses come from.';
COMMENT ON COLUMN {schema}.release_bugs.release IS 'The release.';
COMMENT ON COLUMN {schema}.release_bugs.ordinal IS 'Place in the release.';
COMMENT ON COLUMN {schema}.release_bugs.number IS 'The bug.';
COMMENT ON COLUMN {schema}.release_bugs.onset IS 'The grade in which it appears: 0 Pre-K, 1 K, 2 grade 1, ... 13 grade 12.';
COMMENT ON COLUMN {schema}.release_bugs.peak IS 'The grade in which most hold it, likewise.';
COMMENT ON COLUMN {schema}.release_bugs.decline IS 'The grade from which few hold it, likewise.';

CREATE TABLE {schema}.release_scenarios (
    release int NOT NULL REFERENCES {schema}.releases,
    ordinal int NOT NULL,
    number  int NOT NULL REFERENCES {schema}.career_scenarios (number),
    career  smallint NOT NULL,
    band    smallint NOT NULL,
    subject smallint NOT NULL,
    PRIMARY KEY (release, ordinal)
);
COMMENT ON TABLE {schema}.release_scenarios IS 'Career scenarios of a release.';
COMMENT ON COLUMN {schema}.release_scenarios.release IS 'The release.';
COMMENT ON COLUMN {schema}.release_scenarios.ordinal IS 'Place in the release.';
COMMENT ON COLUMN {schema}.release_scenarios.number IS 'The scenario.';
COMMENT ON COLUMN {schema}.release_scenarios.career IS 'Ordinal of its career.';
COMMENT ON COLUMN {schema}.release_scenarios.band IS '0 Pre-K to 2, 1 grades 3 to 5, 2 grades 6 to 8, 3 grades 9 to 12.';
COMMENT ON COLUMN {schema}.release_scenarios.subject IS '0 math, 1 ela, 2 science, 3 social.';
