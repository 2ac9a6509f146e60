-- The tasks that serve each sub-dimension at a date: how many, in what state, who leads them.
-- What is written for a whole dimension, or for the whole index, is counted apart
-- (dimension_open): it is open work for each of its parts, and no part's own task.
-- grain: one row per sub-dimension
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the plan's year
-- param: period VARCHAR optional: 2023-H1 or 2023-Y (the whole year)
-- param: as_of DATE optional: the date looked at (today, at the latest the period's end)
with
tasks as (
    select t.*, t.state <> 'cancelled' and not t.is_done as is_open
    from task_states($unit, $year::integer, $period, $as_of::date) as t
),

counted as (
    select
        component,
        count(*) filter (where state <> 'cancelled') as assigned,
        count(*) filter (where is_open) as open,
        count(*) filter (where state = 'overdue') as overdue,
        count(*) filter (where is_done) as done,
        count(*) filter (where state = 'cancelled') as cancelled
    from tasks
    group by component
),

-- One person once, however written; several between "; " as in the tasks' own lists.
led as (
    select component, string_agg(official, '; ' order by in_order(official) collate vi) as officials
    from (
        select t.component, min(p.official) as official
        from tasks as t
        join joined_party as p
            on p.import_id = t.import_id and p.task_id = t.task_id and p.role = 'lead'
        where t.state <> 'cancelled'
        group by t.component, official_key(p.official)
    )
    group by component
)

select
    s.component,
    s.dimension,
    coalesce(own.assigned, 0) as assigned,
    coalesce(own.open, 0) as open,
    coalesce(own.overdue, 0) as overdue,
    coalesce(own.done, 0) as done,
    coalesce(own.cancelled, 0) as cancelled,
    coalesce(l.officials, '') as officials,
    coalesce(whole.open, 0) as dimension_open,
    (select coalesce(sum(assigned), 0)::bigint from counted) as planned
from sub_dimension_scale as s
join component as c on c.code = s.component
left join counted as own on own.component = s.component
left join led as l on l.component = s.component
left join (
    select s.component, sum(n.open)::bigint as open
    from counted as n
    join sub_dimension_scale as s on s.year = $year::integer and n.component in (s.dimension, 'PAPI')
    group by s.component
) as whole on whole.component = s.component
where s.year = $year::integer
order by c.position
