-- Rows of a kind that stood before and are not in the import just written.
-- param: import_id INTEGER required: the import just written
-- param: kind VARCHAR required: tasks or answers
-- param: unit VARCHAR required: unit_id
-- param: year INTEGER required: the year
select task as name
from current_task
where $kind = 'tasks' and unit = $unit and year = $year::integer and import_id < $import_id::integer
union all
select form
from current_respondent
where $kind = 'answers' and unit = $unit and year = $year::integer and import_id < $import_id::integer
order by name
