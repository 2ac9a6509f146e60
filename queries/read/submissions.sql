-- Who has handed in the results of a period: each leading official's tasks and what is written.
-- filled: tasks whose result column of the period says something. last_change: when a file or
-- a person last changed something of theirs (UTC). submitted: all are filled and something was
-- changed since the period began. days_late: of what is not submitted, days past the day of
-- sending at the date looked at; of what is, how late the last change came.
-- grain: one row per unit and official; an empty name is tasks that nobody leads
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the plan's year
-- param: period VARCHAR optional: 2023-H1 or 2023-Y (the whole year)
-- param: as_of DATE optional: the date looked at (today)
with
chosen as (
    select starts, due, coalesce($as_of::date, current_date) as as_of, period
    from period
    where period = coalesce($period, $year::integer || '-Y') and year = $year::integer
),

imported as (
    select v.task_id, v.unit, min(i.imported_at) as first_seen
    from joined_task as v
    join standing_import as i using (import_id)
    where v.year = $year::integer
    group by v.task_id, v.unit
),

moved as (
    select task_id, unit, max(changed_at) as changed_at
    from task_change
    where year = $year::integer
    group by task_id, unit
),

typed as (
    select coalesce(s.same_id, w.task_id) as task_id, max(w.written_at) as written_at
    from (
        select unit, subject as task_id, written_at from remark where subject_kind = 'task'
        union all
        select unit, task_id, written_at from progress_record
    ) as w
    left join task_same as s on s.unit = w.unit and s.task_id = w.task_id
    group by 1
),

tasks as (
    select
        coalesce(p.official, '') as official,
        t.unit,
        trim(if(ends_with(c.period, '-H1'), t.result_h1, t.result_year)) <> '' as is_filled,
        greatest(i.first_seen, m.changed_at, w.written_at) as changed_at,
        c.starts,
        c.due,
        c.as_of
    from task_states($unit, $year::integer, $period, $as_of::date) as t
    cross join chosen as c
    left join joined_party as p
        on p.import_id = t.import_id and p.task_id = t.task_id and p.role = 'lead'
    left join imported as i on i.task_id = t.task_id and i.unit = t.unit
    left join moved as m on m.task_id = t.task_id and m.unit = t.unit
    left join typed as w on w.task_id = t.task_id
    where t.state <> 'cancelled'
),

counted as (
    select
        official,
        unit,
        count(*) as tasks,
        count(*) filter (where is_filled) as filled,
        max(changed_at) as last_change,
        (max(changed_at) + interval 7 hours)::date as changed_on,
        any_value(starts) as starts,
        any_value(due) as due,
        any_value(as_of) as as_of
    from tasks
    group by official, unit
),

judged as (
    select *, filled = tasks and changed_on >= starts as submitted
    from counted
)

select
    j.official,
    j.tasks,
    j.filled,
    j.last_change,
    j.submitted,
    case
        when j.submitted and j.changed_on > j.due then j.changed_on - j.due
        when not j.submitted and j.as_of > j.due then j.as_of - j.due
    end::integer as days_late,
    j.due,
    u.shown as unit,
    j.unit as unit_id
from judged as j
join shown_unit as u on u.unit_id = j.unit
order by
    j.submitted, j.tasks - j.filled desc, in_order(j.official) collate vi, j.official, in_order(u.shown) collate vi,
    j.unit
