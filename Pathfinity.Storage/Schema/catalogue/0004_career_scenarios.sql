CREATE TABLE {schema}.career_scenarios (
    id        text PRIMARY KEY,
    career    text NOT NULL REFERENCES {schema}.careers (id),
    context   text NOT NULL REFERENCES {schema}.work_contexts,
    band      text NOT NULL CHECK (band IN ('PK-2', '3-5', '6-8', '9-12')),
    min_grade text NOT NULL,
    subject   text NOT NULL REFERENCES {schema}.subjects,
    title     text NOT NULL,
    who       text NOT NULL,
    situation text NOT NULL,
    skill     text NOT NULL,
    skills    text[] NOT NULL,
    tasks     jsonb NOT NULL,
    minutes   int NOT NULL,
    together  boolean NOT NULL
);
COMMENT ON TABLE {schema}.career_scenarios IS 'Things that happen at work in a career, told to a grade band, in which a subject is put to work; one row each.';
COMMENT ON COLUMN {schema}.career_scenarios.id IS 'Permanent: career, grade band and subject, such as baker/PK-2/math.';
COMMENT ON COLUMN {schema}.career_scenarios.career IS 'Id of the career.';
COMMENT ON COLUMN {schema}.career_scenarios.context IS 'The work context in which it happens.';
COMMENT ON COLUMN {schema}.career_scenarios.band IS 'Grade band: PK-2, 3-5, 6-8 or 9-12.';
COMMENT ON COLUMN {schema}.career_scenarios.min_grade IS 'The youngest grade of the band to which the career is offered.';
COMMENT ON COLUMN {schema}.career_scenarios.subject IS 'math, ela, science or social.';
COMMENT ON COLUMN {schema}.career_scenarios.title IS 'Title.';
COMMENT ON COLUMN {schema}.career_scenarios.who IS 'Who the student is in it.';
COMMENT ON COLUMN {schema}.career_scenarios.situation IS 'What happens.';
COMMENT ON COLUMN {schema}.career_scenarios.skill IS 'The skill put to work, ready to follow "to".';
COMMENT ON COLUMN {schema}.career_scenarios.skills IS 'Ids of skills that practise it in these grades, closest first.';
COMMENT ON COLUMN {schema}.career_scenarios.tasks IS 'Steps: text and minutes.';
COMMENT ON COLUMN {schema}.career_scenarios.minutes IS 'Minutes of all steps.';
COMMENT ON COLUMN {schema}.career_scenarios.together IS 'Whether a step needs another person.';
