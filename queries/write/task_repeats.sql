-- Every row of an import in which one of these tasks stands: a task of several sheets has several.
-- param: import_id INTEGER required: the import
-- param: task_ids VARCHAR[] required: the tasks
select task_id, sheet, row
from joined_task
where import_id = $import_id::integer and list_contains($task_ids::varchar[], task_id)
order by sheet, row, task_id
