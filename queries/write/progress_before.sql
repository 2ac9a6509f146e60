-- What a new record of a task's progress starts from: what is typed of it, if anything holds.
-- param: task_id VARCHAR required: its identity
select
    t.unit, t.year, if(r.withdrawn, null, r.progress), if(r.withdrawn, null, r.done), t.evidence,
    if(r.withdrawn, 0, t.record_id)
from current_task as t
left join progress_now as r on r.task_id = t.task_id
where t.task_id = $task_id
