-- How many tasks each official has due in each month, and how many of these are done; tasks that
-- nobody of the role is named for stand under an empty name.
-- month: the first day of the month of the due date; empty where a task has no due date of its own
-- and does not recur: it is judged at the period's end.
-- due_by_now: due at the date looked at or before; due_done: those of them that are done.
-- grain: one row per unit, official and month
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the plan's year
-- param: period VARCHAR optional: 2023-H1 or 2023-Y (the whole year)
-- param: as_of DATE optional: the date looked at (today, at the latest the period's end)
-- param: role lead|support optional: of the official (lead)
-- param: village VARCHAR optional: tasks in this village, whole-commune tasks included
-- param: component VARCHAR optional: a component, all below it included
with
tasks as (
    select t.*
    from task_states($unit, $year::integer, $period, $as_of::date) as t
    where t.state <> 'cancelled'
        and serves(t.component, $component)
        and (
            $village is null
            or t.whole_unit
            or exists (
                select 1
                from joined_village as v
                where v.import_id = t.import_id and v.task_id = t.task_id
                    and list_contains(villages_named($unit, [$village]), v.village)
            )
        )
),

shared as (
    select distinct
        coalesce(p.official, '') as official,
        case when not t.is_due_missing then date_trunc('month', t.due)::date end as month,
        t.*
    from tasks as t
    left join joined_party as p
        on p.import_id = t.import_id and p.task_id = t.task_id and p.role = coalesce($role, 'lead')
)

select
    s.official,
    s.month,
    count(*) as assigned,
    count(*) filter (where state = 'done_on_time') as done_on_time,
    count(*) filter (where state = 'done_late') as done_late,
    count(*) filter (where state = 'done_undated') as done_undated,
    count(*) filter (where state = 'in_progress') as in_progress,
    count(*) filter (where state = 'not_started') as not_started,
    count(*) filter (where state = 'overdue') as overdue,
    count(*) filter (where is_due) as due_by_now,
    count(*) filter (where is_due and is_done) as due_done,
    u.shown as unit,
    s.unit as unit_id
from shared as s
join shown_unit as u on u.unit_id = s.unit
group by s.official, s.month, s.unit, u.shown
order by in_order(s.official) collate vi, s.official, in_order(u.shown) collate vi, s.unit, s.month nulls last
