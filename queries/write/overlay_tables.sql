-- The tables that an overlay holds, and in which way (dashboard/store/small_writes.py).
-- param: overlay VARCHAR required: the name under which its file is attached
select table_name, schema_name as way
from duckdb_tables()
where database_name = $overlay
order by table_name
