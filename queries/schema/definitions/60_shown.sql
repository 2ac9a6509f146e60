-- What pages show of the things that people act on, each with a fingerprint of what is seen of
-- it: an action holds for what was seen alone (queries/write/shown.sql).

create or replace view shown_thing as
with
imports as (
    select import_id, md5((file, sha256, imported_at, year, unit, complete, simulated, undone)::varchar) as state
    from import_log
),

leads as (
    select import_id, task_id, list(official order by position) as leads
    from joined_party
    where role = 'lead'
    group by import_id, task_id
)

select 'import' as subject, import_id::varchar as key, state
from imports

union all

-- The files of one act.
select 'batch', batch::varchar, md5(string_agg(import_id || ' ' || state, ' ' order by import_id))
from imports
join import_log using (import_id)
where batch is not null
group by batch

union all

-- The sample data as a whole: there is none where no simulated file is.
select 'samples', '', md5(string_agg(import_id || ' ' || state, ' ' order by import_id))
from imports
join import_log using (import_id)
where simulated
having count(*) > 0

union all

-- A task by what it says, not by the import that said it: the same rows imported again are
-- the same tasks.
select 'task', t.task_id, md5((
    t.unit, t.year, t.component, t.task, t.area, t.due_text, t.due, t.recurring, t.product,
    t.progress, t.done, t.result_h1, t.result_year, t.cancelled, l.leads, t.evidence, t.record_id
)::varchar)
from current_task as t
left join leads as l on l.import_id = t.import_id and l.task_id = t.task_id

union all

-- A name with what it is counted as; the unit of an official's name parts it from others'.
select 'name', kind || ' ' || unit_id || ' ' || name, md5((label, target, target_label)::varchar)
from known_name

union all

-- An action about names: taken back while nothing was done with its names since.
select 'name_action', a.action_id::varchar, md5(string_agg(
    (a.kind, a.unit, a.name, a.target, n.action_id)::varchar, ' ' order by a.kind, a.unit, a.name
))
from name_action as a
join name_now as n using (kind, unit, name)
group by a.action_id;
