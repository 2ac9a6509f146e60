-- How far each official has got with their tasks at a date.
-- grain: one row per unit and official
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
    where serves(t.component, $component)
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
    select distinct p.official, t.*
    from tasks as t
    join joined_party as p
        on p.import_id = t.import_id and p.task_id = t.task_id and p.role = coalesce($role, 'lead')
)

select
    s.official,
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
    u.shown as unit,
    s.unit as unit_id
from shared as s
join shown_unit as u on u.unit_id = s.unit
group by s.official, s.unit, u.shown
order by overdue desc, assigned desc, in_order(s.official) collate vi, s.official, in_order(u.shown) collate vi, s.unit
