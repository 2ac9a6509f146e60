-- What people typed of the progress of tasks, every record, the newest first. holds: the one that
-- stands for its task; answers_file: of an answer, the file that disagreed.
-- grain: one row per record
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the plan's year
-- param: task VARCHAR optional: the task_id of one task
select
    r.record_id as id,
    coalesce(s.same_id, r.task_id) as task_id,
    t.task,
    r.progress,
    r.done,
    r.evidence,
    r.note,
    r.withdrawn,
    n.record_id is not null and not r.withdrawn as holds,
    i.file as answers_file,
    r.written_by,
    r.written_at,
    u.shown as unit
from progress_record as r
join shown_unit as u on u.unit_id = joined_place(r.unit)
left join task_same as s on s.unit = r.unit and s.task_id = r.task_id
left join current_task as t on t.task_id = coalesce(s.same_id, r.task_id)
left join progress_now as n on n.record_id = r.record_id
left join import_log as i on i.imported_at = r.answers
where joined_place(r.unit) in (select b.unit from unit_below as b where b.ancestor = $unit)
    and r.year = $year::integer
    and ($task is null or coalesce(s.same_id, r.task_id) = $task)
order by r.record_id desc
