-- The statement that makes a table as it is in an attached file.
-- param: database VARCHAR required: the name under which the file is attached
-- param: name VARCHAR required: the table
select sql
from duckdb_tables()
where database_name = $database and schema_name = 'main' and table_name = $name
