-- What holds now: of every identity the newest row of an import that stands. (Ordered by one
-- value, the newest is found by an aggregate instead of a sort.) Units, villages and officials
-- are those that their names stand for (03_joined.sql).

create or replace view standing_import as
select * from import_log where not undone;

-- Imports said to be complete: earlier rows of the same kind, unit and year give way.
create or replace view complete_scope as
select s.kind, coalesce(j.target, s.unit) as unit, s.year, max(s.import_id) as import_id
from import_scope as s
join standing_import as i using (import_id)
left join joined_to as j on j.name = s.unit
where i.complete
group by 1, 2, 3;

create or replace view current_question as
select q.*
from (
    select q.* replace (coalesce(j.target, q.unit) as unit)
    from question as q
    left join joined_to as j on j.name = q.unit
) as q
join standing_import using (import_id)
left join complete_scope as c on c.kind = 'questions' and c.unit = q.unit and c.year = q.year
where q.import_id >= coalesce(c.import_id, 0)
qualify row_number() over (
    partition by q.unit, q.year, q.code order by (q.import_id, q.row, q.sheet) desc
) = 1;

-- The adults of a village. Of one that names were joined to: a file that counts several of
-- them beside each other counts parts of it, which add up (the newest figure of each); of
-- figures in different files the newest holds. The file that counts most of them decides.
create or replace view current_population as
with figures as (
    select p.* replace (coalesce(u.target, p.unit) as unit), coalesce(v.target, p.village) as whole
    from population as p
    join standing_import using (import_id)
    left join joined_to as u on u.name = p.unit
    left join joined_to as v on v.name = p.village
),

newest as (
    select p.*
    from figures as p
    left join complete_scope as c on c.kind = 'population' and c.unit = p.unit and c.year = p.year
    where p.import_id >= coalesce(c.import_id, 0)
    qualify row_number() over (
        partition by p.unit, p.year, p.village order by (p.import_id, p.row, p.sheet) desc
    ) = 1
),

-- Of each village that others were joined to, the names that are counted.
counted as (
    select unit, year, whole, arg_max(names, (len(names), import_id)) as names
    from (
        select unit, year, whole, import_id, list(distinct village) as names
        from figures
        where whole in (select target from joined_name where kind = 'village')
        group by unit, year, whole, import_id
    )
    group by unit, year, whole
)

select
    max(n.import_id) as import_id,
    arg_max(n.sheet, (n.import_id, n.row)) as sheet,
    arg_max(n.row, (n.import_id, n.row)) as row,
    n.unit,
    n.year,
    n.whole as village,
    sum(n.adults)::integer as adults
from newest as n
left join counted as c on c.unit = n.unit and c.year = n.year and c.whole = n.whole
where c.names is null or list_contains(c.names, n.village)
group by n.unit, n.year, n.whole;

-- written_unit: where the answers of the form stand.
create or replace view current_respondent as
select r.*
from (
    select
        r.* replace (coalesce(u.target, r.unit) as unit, coalesce(v.target, r.village) as village),
        r.unit as written_unit
    from respondent as r
    left join joined_to as u on u.name = r.unit
    left join joined_to as v on v.name = r.village
) as r
join standing_import using (import_id)
left join complete_scope as c on c.kind = 'answers' and c.unit = r.unit and c.year = r.year
where r.import_id >= coalesce(c.import_id, 0)
qualify row_number() over (
    partition by r.unit, r.year, r.form order by (r.import_id, r.row, r.sheet) desc
) = 1;

-- The tasks of units that were joined: the same text in the same component is the same task,
-- the second of a text with the second. Empty where no units are joined.
create or replace view task_same as
with tasks as (
    select
        t.unit,
        joined_place(t.unit) as whole,
        t.year,
        coalesce(t.component, '') as component,
        trim(regexp_replace(fold(t.task), '[^a-z0-9]+', ' ', 'g')) as text,
        t.task_id,
        min((t.import_id, t.row)) as first_seen
    from task as t
    where joined_place(t.unit) in (select target from joined_name where kind = 'unit')
    group by all
),

numbered as (
    select *, row_number() over (
        partition by unit, year, component, text order by first_seen, task_id
    ) as occurrence
    from tasks
)

select unit, task_id, first_value(task_id) over (
    partition by whole, year, component, text, occurrence
    order by unit <> whole, first_seen, task_id
) as same_id
from numbered;

-- Every version of every task, under the unit and task that it stands for.
create or replace view joined_task as
select t.* replace (joined_place(t.unit) as unit, coalesce(s.same_id, t.task_id) as task_id)
from task as t
left join task_same as s on s.unit = t.unit and s.task_id = t.task_id;

-- Who takes a task, each once, by the name that holds now. written: as the files name them.
create or replace view joined_party as
select
    p.import_id,
    coalesce(s.same_id, p.task_id) as task_id,
    p.role,
    min(p.position) as position,
    joined_official(t.unit, p.official) as official,
    list(distinct p.official order by p.official) as written
from task_party as p
join (select distinct import_id, task_id, unit from task) as t using (import_id, task_id)
left join task_same as s on s.unit = t.unit and s.task_id = p.task_id
group by 1, 2, 3, 5
union all by name
-- Who takes what was decided: import 0 is none.
select
    0 as import_id, d.task_id, 'lead' as role, 1 as position,
    joined_official(d.unit, d.official) as official, [d.official] as written
from decision_now as d;

-- Where a task is done, each village once.
create or replace view joined_village as
select distinct
    v.import_id, coalesce(s.same_id, v.task_id) as task_id, joined_place(v.village) as village
from task_village as v
left join task_same as s using (task_id);

-- Each task as the files say it; with what people typed it is current_task (11_records.sql).
create or replace view imported_task as
select t.*
from joined_task as t
join standing_import using (import_id)
left join complete_scope as c on c.kind = 'tasks' and c.unit = t.unit and c.year = t.year
where t.import_id >= coalesce(c.import_id, 0)
qualify row_number() over (
    partition by t.unit, t.year, t.task_id order by (t.import_id, t.report, t.row, t.sheet) desc
) = 1;

create or replace view current_activity as
select a.*
from (select * replace (joined_place(unit) as unit) from activity) as a
join standing_import using (import_id)
left join complete_scope as c on c.kind = 'activities' and c.unit = a.unit and c.year = a.year
where a.import_id >= coalesce(c.import_id, 0)
qualify row_number() over (
    partition by a.unit, a.year, a.activity_id order by (a.import_id, a.row, a.sheet) desc
) = 1;

-- Published scores as the newest import has them; the unit of their scopes is the province.
create or replace view current_published_score as
select p.*
from published_score as p
join standing_import using (import_id)
left join complete_scope as c on c.kind = 'scores' and c.unit = p.province and c.year = p.year
where p.import_id >= coalesce(c.import_id, 0)
qualify row_number() over (
    partition by p.year, p.province, p.component order by (p.import_id, p.row, p.sheet) desc
) = 1;

-- Each task's successive versions, one row per field that changed.
create or replace view task_change as
with parties as (
    select
        import_id,
        task_id,
        string_agg(official, '; ' order by position) filter (where role = 'lead') as leads,
        string_agg(official, '; ' order by position) filter (where role = 'support') as supports
    from joined_party
    group by import_id, task_id
),

versions as (
    select
        t.task_id,
        t.unit,
        t.year,
        t.import_id,
        i.file,
        t.sheet,
        t.row,
        i.imported_at,
        {
            'lead': coalesce(p.leads, ''),
            'support': coalesce(p.supports, ''),
            'due_text': t.due_text,
            'progress': t.progress::varchar,
            'done': t.done::varchar,
            'result_h1': t.result_h1,
            'result_year': t.result_year,
            'product': t.product,
            'area': t.area,
            'note': t.note
        } as now_,
        lag(now_) over (partition by t.task_id order by t.import_id, t.report, t.row, t.sheet) as before_
    from joined_task as t
    join standing_import as i using (import_id)
    left join parties as p using (import_id, task_id)
),

fields as (
    select
        v.*,
        unnest(['lead', 'support', 'due_text', 'progress', 'done', 'result_h1', 'result_year',
            'product', 'area', 'note']) as field,
        unnest([v.now_.lead, v.now_.support, v.now_.due_text, v.now_.progress, v.now_.done,
            v.now_.result_h1, v.now_.result_year, v.now_.product, v.now_.area, v.now_.note])
            as new_value,
        unnest([v.before_.lead, v.before_.support, v.before_.due_text, v.before_.progress,
            v.before_.done, v.before_.result_h1, v.before_.result_year, v.before_.product,
            v.before_.area, v.before_.note]) as old_value
    from versions as v
    where v.before_ is not null
)

select
    f.task_id,
    f.unit,
    f.year,
    f.field,
    f.old_value,
    f.new_value,
    f.imported_at as changed_at,
    f.import_id,
    f.file,
    f.sheet,
    coalesce(c.letter || f.row, '') as cell
from fields as f
left join import_column as c
    on c.import_id = f.import_id and c.sheet = f.sheet
    and c.field = case f.field when 'due_text' then 'due' else f.field end
where f.old_value is distinct from f.new_value;
