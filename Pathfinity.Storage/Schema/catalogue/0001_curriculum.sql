-- The curriculum: what can be taught and for which work. Numbers are given once and never again; words may be corrected.
-- What a world depends on is kept in the releases, which never change.

CREATE TABLE {schema}.subjects (
    key   text PRIMARY KEY,
    title text NOT NULL
);
COMMENT ON TABLE {schema}.subjects IS 'One row for each subject.';
COMMENT ON COLUMN {schema}.subjects.key IS 'math, ela, science or social.';
COMMENT ON COLUMN {schema}.subjects.title IS 'The name that people read.';

CREATE TABLE {schema}.strands (
    subject text NOT NULL REFERENCES {schema}.subjects,
    key     text NOT NULL,
    title   text NOT NULL,
    PRIMARY KEY (subject, key)
);
COMMENT ON TABLE {schema}.strands IS 'Lines of a subject that run through the grades; one row each.';
COMMENT ON COLUMN {schema}.strands.subject IS 'The subject.';
COMMENT ON COLUMN {schema}.strands.key IS 'Key within the subject.';
COMMENT ON COLUMN {schema}.strands.title IS 'The name that people read.';

CREATE TABLE {schema}.skills (
    number      int PRIMARY KEY,
    id          text NOT NULL UNIQUE,
    subject     text NOT NULL,
    grade       text NOT NULL,
    strand      text NOT NULL,
    code        text NOT NULL,
    name        text NOT NULL,
    description text NOT NULL,
    standards   text[] NOT NULL,
    facets      text[] NOT NULL,
    requires    text[] NOT NULL,
    builds_on   text[] NOT NULL,
    FOREIGN KEY (subject, strand) REFERENCES {schema}.strands
);
COMMENT ON TABLE {schema}.skills IS 'Skills of the curriculum, taught or not yet; one row each.';
COMMENT ON COLUMN {schema}.skills.number IS 'The skill''s number for good, by which activity names it.';
COMMENT ON COLUMN {schema}.skills.id IS 'Permanent: subject.grade.cluster.number, such as math.2.A.3.';
COMMENT ON COLUMN {schema}.skills.subject IS 'math, ela, science or social.';
COMMENT ON COLUMN {schema}.skills.grade IS 'PK, K, 1 .. 12.';
COMMENT ON COLUMN {schema}.skills.strand IS 'The strand it belongs to.';
COMMENT ON COLUMN {schema}.skills.code IS 'Cluster letter and number within subject and grade, such as A.3.';
COMMENT ON COLUMN {schema}.skills.name IS 'Name.';
COMMENT ON COLUMN {schema}.skills.description IS 'What a student who has it does, in one sentence.';
COMMENT ON COLUMN {schema}.skills.standards IS 'Codes of public standards.';
COMMENT ON COLUMN {schema}.skills.facets IS 'Its parts, each the target of one day.';
COMMENT ON COLUMN {schema}.skills.requires IS 'Ids of the skills without which it cannot be had.';
COMMENT ON COLUMN {schema}.skills.builds_on IS 'Ids of skills that it takes up again; they never gate.';

CREATE TABLE {schema}.clusters (
    key   text PRIMARY KEY,
    title text NOT NULL
);
COMMENT ON TABLE {schema}.clusters IS 'Career clusters; one row each.';
COMMENT ON COLUMN {schema}.clusters.key IS 'Permanent key.';
COMMENT ON COLUMN {schema}.clusters.title IS 'The name that people read.';

CREATE TABLE {schema}.work_contexts (
    key       text PRIMARY KEY,
    setting   text NOT NULL,
    cluster   text NOT NULL REFERENCES {schema}.clusters,
    min_grade text NOT NULL,
    roles     text[] NOT NULL,
    objects   jsonb NOT NULL,
    documents text[] NOT NULL,
    decisions text[] NOT NULL
);
COMMENT ON TABLE {schema}.work_contexts IS 'Places of work that several careers share; one row each.';
COMMENT ON COLUMN {schema}.work_contexts.key IS 'Permanent key.';
COMMENT ON COLUMN {schema}.work_contexts.setting IS 'Where it is, ready to follow "at".';
COMMENT ON COLUMN {schema}.work_contexts.cluster IS 'Its career cluster.';
COMMENT ON COLUMN {schema}.work_contexts.min_grade IS 'The youngest grade that can picture it.';
COMMENT ON COLUMN {schema}.work_contexts.roles IS 'Who works there.';
COMMENT ON COLUMN {schema}.work_contexts.objects IS 'Things that occur there, with what holds them, prices in US cents, units and usual amounts.';
COMMENT ON COLUMN {schema}.work_contexts.documents IS 'Papers and screens that hold its data.';
COMMENT ON COLUMN {schema}.work_contexts.decisions IS 'What somebody there has to decide.';

CREATE TABLE {schema}.careers (
    number    int PRIMARY KEY,
    id        text NOT NULL UNIQUE,
    name      text NOT NULL,
    soc       text NOT NULL,
    soc_title text NOT NULL,
    cluster   text NOT NULL REFERENCES {schema}.clusters,
    riasec    text NOT NULL,
    education text NOT NULL,
    does      text NOT NULL,
    min_grade text NOT NULL,
    contexts  text[] NOT NULL
);
COMMENT ON TABLE {schema}.careers IS 'Occupations that a student can choose as career of the day; one row each.';
COMMENT ON COLUMN {schema}.careers.number IS 'The career''s number for good, by which activity names it.';
COMMENT ON COLUMN {schema}.careers.id IS 'Permanent slug.';
COMMENT ON COLUMN {schema}.careers.name IS 'Name.';
COMMENT ON COLUMN {schema}.careers.soc IS 'O*NET-SOC code.';
COMMENT ON COLUMN {schema}.careers.soc_title IS 'The O*NET-SOC title of that code.';
COMMENT ON COLUMN {schema}.careers.cluster IS 'Its career cluster.';
COMMENT ON COLUMN {schema}.careers.riasec IS 'Interest types of R, I, A, S, E, C, strongest first.';
COMMENT ON COLUMN {schema}.careers.education IS 'Usual schooling: none, high-school, certificate, associate, bachelor, master or doctorate.';
COMMENT ON COLUMN {schema}.careers.does IS 'What the job does, in one sentence that a child can hear.';
COMMENT ON COLUMN {schema}.careers.min_grade IS 'The youngest grade to which it is offered.';
COMMENT ON COLUMN {schema}.careers.contexts IS 'Keys of the work contexts in which it works, its own first.';

CREATE TABLE {schema}.bugs (
    id         text PRIMARY KEY,
    subject    text NOT NULL REFERENCES {schema}.subjects,
    strand     text NOT NULL,
    onset      text NOT NULL,
    peak       text NOT NULL,
    decline    text NOT NULL,
    does       text NOT NULL,
    refutation text NOT NULL,
    source     text NOT NULL
);
COMMENT ON TABLE {schema}.bugs IS 'Named misconceptions and slips, of which wrong responses are made; one row each.';
COMMENT ON COLUMN {schema}.bugs.id IS 'Permanent, such as math.fewer-means-subtract.';
COMMENT ON COLUMN {schema}.bugs.subject IS 'The subject.';
COMMENT ON COLUMN {schema}.bugs.strand IS 'The strand, or another heading within the subject.';
COMMENT ON COLUMN {schema}.bugs.onset IS 'The grade in which it appears.';
COMMENT ON COLUMN {schema}.bugs.peak IS 'The grade in which most hold it.';
COMMENT ON COLUMN {schema}.bugs.decline IS 'The grade from which few hold it.';
COMMENT ON COLUMN {schema}.bugs.does IS 'What a student who holds it does, ready to follow "The student".';
COMMENT ON COLUMN {schema}.bugs.refutation IS 'What to say or show to that student.';
COMMENT ON COLUMN {schema}.bugs.source IS 'Where it is described.';
