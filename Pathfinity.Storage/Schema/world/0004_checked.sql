ALTER TABLE {schema}.progress ADD COLUMN checked_day date;
COMMENT ON COLUMN {schema}.progress.checked_day IS 'The last day up to which a consistency check found no contradiction.';
