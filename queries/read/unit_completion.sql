-- How far a unit has got with its tasks at a date: each task counted once.
-- grain: one row per unit that has tasks
-- param: unit VARCHAR optional: name of a commune, or of a unit above it (every unit)
-- param: year INTEGER required: the plan's year
-- param: period VARCHAR optional: 2023-H1 or 2023-Y (the whole year)
-- param: as_of DATE optional: the date looked at (today, at the latest the period's end)
select
    u.shown as unit,
    count(*) filter (where state <> 'cancelled') as assigned,
    count(*) filter (where state = 'done_on_time') as done_on_time,
    count(*) filter (where state = 'done_late') as done_late,
    count(*) filter (where state = 'done_undated') as done_undated,
    count(*) filter (where state = 'in_progress') as in_progress,
    count(*) filter (where state = 'not_started') as not_started,
    count(*) filter (where state = 'overdue') as overdue,
    share(done_on_time + done_late + done_undated, assigned) as completion_rate,
    share(done_on_time, done_on_time + done_late + overdue) as on_time_rate,
    count(*) filter (where is_due and state <> 'cancelled') as due_by_now,
    count(*) filter (where state = 'cancelled') as cancelled,
    done_on_time + done_late + done_undated as done,
    count(distinct component) as components,
    max(days_late) filter (where state = 'overdue') as longest_overdue,
    any_value(as_of) as as_of,
    t.unit as unit_id
from task_states(coalesce($unit, '*'), $year::integer, $period, $as_of::date) as t
join shown_unit as u on u.unit_id = t.unit
group by t.unit, u.shown
order by completion_rate desc, in_order(u.shown) collate vi, t.unit
