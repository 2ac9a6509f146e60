-- How the values of a unit's tasks changed from one import to the next.
-- grain: one row per task, field and import that changed it
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the plan's year
select
    t.task,
    h.field,
    h.old_value,
    h.new_value,
    h.changed_at,
    h.file as source_file,
    h.sheet as source_sheet,
    h.cell as source_cell,
    h.task_id
from task_change as h
join current_task as t on t.task_id = h.task_id and t.unit = h.unit and t.year = h.year
where h.unit in (select b.unit from unit_below as b where b.ancestor = $unit)
    and h.year = $year::integer
order by h.changed_at desc, t.task, h.field, h.task_id, h.import_id desc, h.cell
