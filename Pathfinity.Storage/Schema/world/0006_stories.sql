ALTER TABLE {schema}.students ADD COLUMN story text;
COMMENT ON COLUMN {schema}.students.story IS 'What is told of the student, for demos; none for most.';
