-- Record that a migration has run.
-- param: version INTEGER required: the migration's number
-- param: name VARCHAR required: the migration's file
insert into schema_version values ($version, $name, now()::timestamp)
