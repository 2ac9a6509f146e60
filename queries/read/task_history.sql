-- How the values of a unit's tasks changed from one import to the next, and by what people typed.
-- said_by: import or record; of a record written_by is who typed it and the source is empty.
-- grain: one row per task, field and import or record that changed it
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the plan's year
with
changes as (
    select
        task_id, unit, year, field, old_value, new_value, changed_at, file, sheet, cell,
        'import' as said_by, '' as written_by, import_id as number
    from task_change
    union all by name
    select
        task_id, unit, year, field, old_value, new_value, changed_at, '' as file, '' as sheet,
        '' as cell, 'record' as said_by, written_by, record_id as number
    from record_change
)

select
    t.task,
    h.field,
    h.old_value,
    h.new_value,
    h.changed_at,
    h.file as source_file,
    h.sheet as source_sheet,
    h.cell as source_cell,
    h.task_id,
    h.said_by,
    h.written_by
from changes as h
join current_task as t on t.task_id = h.task_id and t.unit = h.unit and t.year = h.year
where h.unit in (select b.unit from unit_below as b where b.ancestor = $unit)
    and h.year = $year::integer
order by h.changed_at desc, t.task, h.field, h.task_id, h.said_by, h.number desc, h.cell
