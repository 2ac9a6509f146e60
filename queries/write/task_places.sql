-- Where each of these tasks stands in which file, and what the file says of its state.
-- param: task_ids VARCHAR[] required: the tasks
select
    t.task_id, t.import_id, i.file, t.sheet, t.row,
    t.progress, t.done, t.result_h1, t.result_year
from imported_task as t
join import_log as i using (import_id)
where list_contains($task_ids::varchar[], t.task_id)
order by t.import_id desc, t.sheet, t.row, t.task_id
