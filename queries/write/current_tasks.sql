-- The tasks of a unit and year as the files (and decisions) say them, with their parties and villages.
-- param: unit VARCHAR required: unit_id
-- param: year INTEGER required: the plan's year
select
    t.task_id,
    t.component,
    t.task,
    t.area,
    t.whole_unit,
    t.due_text,
    t.due,
    t.recurring,
    t.product,
    t.progress,
    t.done,
    t.result_h1,
    t.result_year,
    t.note,
    coalesce((
        select list(p.written[1] order by p.position) from joined_party as p
        where p.import_id = t.import_id and p.task_id = t.task_id and p.role = 'lead'
    ), []) as leads,
    coalesce((
        select list(p.written[1] order by p.position) from joined_party as p
        where p.import_id = t.import_id and p.task_id = t.task_id and p.role = 'support'
    ), []) as supports,
    coalesce((
        select list(v.village) from joined_village as v
        where v.import_id = t.import_id and v.task_id = t.task_id
    ), []) as villages
from planned_task as t
where t.unit = $unit and t.year = $year::integer
