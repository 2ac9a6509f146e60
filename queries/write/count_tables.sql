-- Is there a table of this name?
-- param: name VARCHAR required: the table
select count(*) from information_schema.tables
where table_catalog = current_database() and table_name = $name
