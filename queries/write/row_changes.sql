-- How the rows of an import about some units in one year differ from what held before it.
-- Asked before the import's scopes are logged: a complete file then still sees what it ends.
-- param: import_id INTEGER required: the import just written
-- param: kind tasks|answers|questions|population|activities required: of the rows
-- param: units VARCHAR[] required: unit_ids
-- param: year INTEGER required: the year
with
forms as (
    select *, count(*) over (partition by unit, form) as versions
    from respondent
    where $kind = 'answers' and unit = any($units::varchar[]) and year = $year::integer
),

-- Only forms met before are compared: a first import need not look at its answers.
answers as (
    select a.import_id, a.unit, a.form, bit_xor(hash(a.question, a.value, a.missing)) as content
    from answer as a
    semi join (select * from forms where versions > 1) as f
        on f.import_id = a.import_id and f.unit = a.unit and f.form = a.form
    where a.unit = any($units::varchar[]) and a.year = $year::integer
    group by a.import_id, a.unit, a.form
),

parties as (
    select import_id, task_id, list(role || official order by role, position) as content
    from joined_party
    where $kind = 'tasks'
    group by import_id, task_id
),

villages as (
    select import_id, task_id, list(village order by village) as content
    from joined_village
    where $kind = 'tasks'
    group by import_id, task_id
),

versions as (
    select
        t.import_id, t.unit, t.row, t.task_id as id,
        hash(
            t.area, t.due_text, t.due, t.recurring, t.product, t.progress, t.done,
            t.result_h1, t.result_year, t.note, t.cancelled, p.content, v.content
        ) as content
    from joined_task as t
    left join parties as p on p.import_id = t.import_id and p.task_id = t.task_id
    left join villages as v on v.import_id = t.import_id and v.task_id = t.task_id
    where $kind = 'tasks' and t.unit = any($units::varchar[]) and t.year = $year::integer
    qualify row_number() over (partition by t.import_id, t.task_id order by (t.report, t.row) desc) = 1
    union all
    select
        f.import_id, f.unit, f.row, f.form,
        hash(joined_place(f.village), f.sex, f.age, f.interviewed_on, a.content)
    from forms as f
    left join answers as a on a.import_id = f.import_id and a.unit = f.unit and a.form = f.form
    union all
    select import_id, unit, row, code, hash(component, text, low, high, reversed, coding)
    from question
    where $kind = 'questions' and unit = any($units::varchar[]) and year = $year::integer
    union all
    select import_id, unit, row, village, hash(adults)
    from population
    where $kind = 'population' and unit = any($units::varchar[]) and year = $year::integer
    union all
    select import_id, unit, row, activity_id, hash(component, minutes, times, people, finding, remedy)
    from activity
    where $kind = 'activities' and unit = any($units::varchar[]) and year = $year::integer
),

mine as (
    select unit, id, content
    from versions
    where import_id = $import_id::integer
    qualify row_number() over (partition by unit, id order by row desc) = 1
),

before as (
    select v.unit, v.id, v.content
    from versions as v
    join standing_import as i on i.import_id = v.import_id
    left join complete_scope as c on c.kind = $kind and c.unit = v.unit and c.year = $year::integer
    where v.import_id < $import_id::integer and v.import_id >= coalesce(c.import_id, 0)
    qualify row_number() over (partition by v.unit, v.id order by v.import_id desc, v.row desc) = 1
)

select
    count(*) filter (where b.id is null) as new,
    count(*) filter (where m.id is not null and b.id is not null and m.content <> b.content)
        as changed,
    count(*) filter (where m.content = b.content) as same,
    count(*) filter (where m.id is null) as absent
from mine as m
full join before as b on b.unit = m.unit and b.id = m.id
