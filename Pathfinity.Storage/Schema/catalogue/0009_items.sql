-- Quality is asked for by item.
CREATE INDEX questions_item ON {schema}.questions (item);
