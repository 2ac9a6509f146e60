-- The tables of the store, views left out.
-- grain: one row per table
select table_name from information_schema.tables
where table_catalog = current_database() and table_type = 'BASE TABLE'
order by table_name
