-- Every task of a unit (or of the communes below it; '*' for all) in a plan's year, with its state at a
-- date (docs/method.md). period_ NULL: the whole year; as_of_ NULL: today or the period's end,
-- whichever is earlier. One row per task; due is D there, done is C.
create or replace macro task_states(unit_, year_, period_, as_of_) as table
with
chosen as (
    select
        p.period,
        p.starts,
        p.ends,
        coalesce(as_of_, least(current_date, p.ends)) as as_of
    from period as p
    where p.period = coalesce(period_, year_ || '-Y') and p.year = year_
),

ends as (
    select
        max(ends) filter (where period = year_ || '-H1') as h1_ends,
        max(ends) filter (where period = year_ || '-Y') as year_ends
    from period
    where year = year_
),

dated as (
    select
        t.* exclude (due, progress),
        coalesce(t.due, c.ends) as due,
        -- what was done after the date looked at says nothing of how far it was on that date
        case when not coalesce(t.done > c.as_of, false) then t.progress end as progress,
        t.due is null and not t.recurring as is_due_missing,
        c.period,
        c.starts,
        c.ends,
        c.as_of,
        -- what the result columns of periods that have ended by the date say
        (c.as_of >= e.h1_ends and t.h1_said_done)
        or (c.as_of >= e.year_ends and t.year_said_done)
        or (t.progress >= 1 and c.as_of >= c.ends) as is_said_done
    from current_task as t
    cross join chosen as c
    cross join ends as e
    where t.year = year_
        and (unit_ = '*' or t.unit in (select b.unit from unit_below as b where b.ancestor = unit_))
),

stated as (
    select
        *,
        case
            when cancelled then 'cancelled'
            when done <= as_of and done <= due then 'done_on_time'
            when done <= as_of then 'done_late'
            when done is null and coalesce(is_said_done, false) then 'done_undated'
            when due < as_of then 'overdue'
            when coalesce(progress, 0) > 0 or done > as_of then 'in_progress'
            else 'not_started'
        end as state
    from dated
)

select
    s.*,
    case
        when state = 'done_late' then done - due
        when state = 'overdue' then as_of - due
    end::integer as days_late,
    due <= as_of as is_due,
    starts_with(state, 'done') as is_done
from stated as s;

-- Does a task serve the component, itself or anything below it? PAPI is every component.
create or replace macro serves(task_component, wanted) as
wanted is null or wanted = 'PAPI' or task_component = wanted
or coalesce(starts_with(task_component, wanted || '.'), false);

-- Counts of one group of tasks, each task once: the same names everywhere.
create or replace macro share(part, whole) as case when whole > 0 then part / whole end;
