-- Rows of a kind that stood before and are not in the import just written.
-- param: import_id INTEGER required: the import just written
-- param: kind VARCHAR required: tasks or answers
-- param: units VARCHAR[] required: unit_ids
-- param: year INTEGER required: the year
select unit, task as name
from imported_task
where $kind = 'tasks' and unit = any($units::varchar[]) and year = $year::integer and import_id < $import_id::integer
union all
select unit, form
from current_respondent
where $kind = 'answers' and unit = any($units::varchar[]) and year = $year::integer and import_id < $import_id::integer
order by unit, name
