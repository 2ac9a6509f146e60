-- Every task with its state at a date, and the row of the file it came from.
-- said_by: who says the state that holds: import, record (typed), or decision (a task that was
-- decided and stands in no file: it has no source).
-- A due date that was moved: definitions/15_due_moves.sql says what counts as moved after it had passed.
-- due is empty where a task has no due date of its own and does not recur: it is judged at the
-- period's end, which is never shown as its date.
-- grain: one row per task
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the plan's year
-- param: period VARCHAR optional: 2023-H1 or 2023-Y (the whole year)
-- param: as_of DATE optional: the date looked at (today, at the latest the period's end)
-- param: role lead|support optional: of the official (lead)
-- param: village VARCHAR optional: tasks in this village, whole-commune tasks included
-- param: component VARCHAR optional: a component, all below it included
-- param: official VARCHAR optional: the official's name as in the table of tasks
with
asked as (
    select *
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

takers as (
    select p.*
    from joined_party as p
    semi join asked as a on a.import_id = p.import_id and a.task_id = p.task_id
),

parties as (
    select
        import_id,
        task_id,
        string_agg(official, '; ' order by position) filter (where role = 'lead') as lead,
        string_agg(official, '; ' order by position) filter (where role = 'support') as support
    from takers
    group by import_id, task_id
),

-- The names, as they hold now and as files write them, that the official goes by: each is folded
-- once, however many tasks it stands at, for a name may be as long as a cell.
named as (
    select name
    from (select distinct unnest(list_append(written, official)) as name from takers)
    where official_key(name) = official_key($official)
),

own as (
    select distinct t.import_id, t.task_id
    from (
        select import_id, task_id, unnest(list_append(written, official)) as name
        from takers
        where role = coalesce($role, 'lead')
    ) as t
    semi join named as n on n.name = t.name
)

select
    t.task,
    t.component,
    coalesce(p.lead, '') as lead,
    coalesce(p.support, '') as support,
    t.area,
    t.whole_unit,
    t.due_text,
    case when not t.is_due_missing then t.due end as due,
    t.done,
    t.progress,
    t.state,
    t.days_late,
    i.file as source_file,
    nullif(t.sheet, '') as source_sheet,
    nullif(t.row, 0) as source_row,
    t.product,
    t.result_h1,
    t.result_year,
    t.note,
    u.shown as unit,
    t.task_id,
    t.as_of,
    coalesce(m.first_due, case when not t.is_due_missing then t.due end) as first_due,
    coalesce(m.due_moves, 0) as due_moves,
    coalesce(m.moved_after_due, false) as moved_after_due,
    m.former_due,
    m.due_moved_on,
    t.said_by,
    t.evidence
from asked as t
join shown_unit as u on u.unit_id = t.unit
left join import_log as i on i.import_id = t.import_id
left join parties as p on p.import_id = t.import_id and p.task_id = t.task_id
left join due_moved as m on m.task_id = t.task_id
left join component as c on c.code = t.component
where $official is null
    or exists (
        select 1 from own as o where o.import_id = t.import_id and o.task_id = t.task_id
    )
order by in_order(u.shown) collate vi, c.position nulls last, t.row, t.task_id
