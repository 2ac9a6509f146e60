-- How far a unit has got with its tasks at a date: each task counted once.
-- by_package: a commune of which no file of that plan is there, as its signed package of the period
-- says, at the package's date (as_of), if that is not later than the date looked at. Decisions that
-- were typed here are no file: they are not added to what the commune signed.
-- grain: one row per unit that has tasks
-- param: unit VARCHAR optional: name of a commune, or of a unit above it (every unit)
-- param: year INTEGER required: the plan's year
-- param: period VARCHAR optional: 2023-H1 or 2023-Y (the whole year)
-- param: as_of DATE optional: the date looked at (today, at the latest the period's end)
with
packaged as (
    select p.* exclude (unit, year, period, import_id), p.unit as unit_id, true as by_package
    from current_package_completion as p
    where p.year = $year::integer
        and p.period = coalesce($period, $year::integer || '-Y')
        and p.as_of <= coalesce($as_of::date, p.as_of)
        and (
            $unit is null
            or p.unit in (select b.unit from unit_below as b where b.ancestor = $unit)
        )
        and p.unit not in (select f.unit from filed_plan as f where f.year = $year::integer)
),

own as (
    select
        unit as unit_id,
        count(*) filter (where state <> 'cancelled') as assigned,
        count(*) filter (where state = 'done_on_time') as done_on_time,
        count(*) filter (where state = 'done_late') as done_late,
        count(*) filter (where state = 'done_undated') as done_undated,
        count(*) filter (where state = 'in_progress') as in_progress,
        count(*) filter (where state = 'not_started') as not_started,
        count(*) filter (where state = 'overdue') as overdue,
        count(*) filter (where is_due and state <> 'cancelled') as due_by_now,
        count(*) filter (where state = 'cancelled') as cancelled,
        count(distinct component) as components,
        max(days_late) filter (where state = 'overdue') as longest_overdue,
        any_value(as_of) as as_of,
        false as by_package
    from task_states(coalesce($unit, '*'), $year::integer, $period, $as_of::date)
    where unit not in (select p.unit_id from packaged as p)
    group by unit
),

counted as (
    from own
    union all by name
    from packaged
)

select
    u.shown as unit,
    assigned,
    done_on_time,
    done_late,
    done_undated,
    in_progress,
    not_started,
    overdue,
    share(done_on_time + done_late + done_undated, assigned) as completion_rate,
    share(done_on_time, done_on_time + done_late + overdue) as on_time_rate,
    due_by_now,
    cancelled,
    done_on_time + done_late + done_undated as done,
    components,
    longest_overdue,
    as_of,
    t.unit_id,
    t.by_package
from counted as t
join shown_unit as u on u.unit_id = t.unit_id
order by completion_rate desc, in_order(u.shown) collate vi, t.unit_id
