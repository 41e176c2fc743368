-- In which of two formats a student took a visit's material in.

ALTER TABLE {schema}.visits ADD COLUMN format smallint NOT NULL DEFAULT 0;
COMMENT ON COLUMN {schema}.visits.format IS 'How the student took the item in: 0 read, 1 narrated; the student''s preference, which changes no outcome.';
