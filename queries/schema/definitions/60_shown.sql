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
    from task_party
    where role = 'lead'
    group by import_id, task_id
)

select 'import' as subject, import_id::varchar as key, state
from imports

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
    t.progress, t.done, t.result_h1, t.result_year, t.cancelled, l.leads
)::varchar)
from current_task as t
left join leads as l on l.import_id = t.import_id and l.task_id = t.task_id;
