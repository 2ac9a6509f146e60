-- What the clerk must urge: overdue tasks, and tasks due within the next days, by official.
-- due is empty where a task has no due date of its own and does not recur: it is judged at the
-- period's end, which is never shown as its date.
-- grain: one row per task and leading official
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the plan's year
-- param: period VARCHAR optional: 2023-H1 or 2023-Y (the whole year)
-- param: as_of DATE optional: the date looked at (today, at the latest the period's end)
-- param: days INTEGER optional: how many days ahead (days_ahead of data/reference/thresholds.csv)
with
open_tasks as (
    select t.*
    from task_states($unit, $year::integer, $period, $as_of::date) as t
    where t.state = 'overdue'
        or (
            t.state in ('in_progress', 'not_started')
            and t.due between t.as_of and t.as_of + coalesce($days::integer, (select days_ahead from threshold))
        )
)

select
    coalesce(p.official, '') as official,
    t.state = 'overdue' as is_overdue,
    t.task,
    t.component,
    t.due_text,
    case when not t.is_due_missing then t.due end as due,
    t.days_late,
    (t.due - t.as_of)::integer as days_left,
    t.progress,
    t.product,
    u.shown as unit,
    t.task_id,
    r.remark,
    r.written_at as remarked_at,
    t.as_of,
    coalesce(m.first_due, case when not t.is_due_missing then t.due end) as first_due,
    coalesce(m.due_moves, 0) as due_moves,
    coalesce(m.moved_after_due, false) as moved_after_due,
    m.former_due,
    m.due_moved_on,
    t.done,
    t.evidence,
    t.said_by
from open_tasks as t
join shown_unit as u on u.unit_id = t.unit
left join joined_party as p
    on p.import_id = t.import_id and p.task_id = t.task_id and p.role = 'lead'
left join remark_now as r
    on r.subject_kind = 'task' and r.kind = 'note' and r.subject = t.task_id
left join due_moved as m on m.task_id = t.task_id
order by is_overdue desc, t.days_late desc nulls last, t.due, in_order(official) collate vi, t.task, t.task_id
