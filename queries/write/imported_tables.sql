-- The tables whose rows come from imports.
select c.table_name
from information_schema.columns as c
join information_schema.tables as t using (table_catalog, table_schema, table_name)
where c.table_catalog = current_database()
    and c.column_name = 'import_id'
    and t.table_type = 'BASE TABLE'
order by c.table_name
