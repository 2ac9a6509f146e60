-- The columns of the sheets of an import that hold tasks. tables: how many tables a sheet holds, 0
-- where that is not known; of several, heading_row and columns are those of any.
-- param: import_id INTEGER required: the import
select
    c.sheet, c.field, c.letter, c.label,
    coalesce(h.heading_row, 0) as heading_row, coalesce(h.tables, 0)::integer as tables
from import_column as c
left join (
    select sheet, min(heading_row) as heading_row, count(*) as tables
    from import_heading
    where import_id = $import_id::integer
    group by sheet
) as h using (sheet)
where c.import_id = $import_id::integer
    and c.sheet in (
        select s.sheet from import_sheet as s
        where s.import_id = $import_id::integer and s.kind = 'tasks'
    )
order by c.sheet, c.letter, c.field
