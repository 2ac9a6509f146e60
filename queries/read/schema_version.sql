-- The store's schema: the number of the last migration that ran.
-- grain: one row
select max(version) as version from schema_version
