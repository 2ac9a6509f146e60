-- What people typed, beside what the files say (docs/method.md).

-- Each task's newest record, under the task that it stands for. That an import was right is worth
-- as much as the import: it goes and comes back with it.
create or replace view progress_now as
select
    *,
    not withdrawn and progress is not null as has_state
from (
    select r.* replace (joined_place(r.unit) as unit, coalesce(s.same_id, r.task_id) as task_id)
    from progress_record as r
    left join task_same as s on s.unit = r.unit and s.task_id = r.task_id
    where not r.withdrawn
        or r.answers is null
        or r.answers in (select imported_at from standing_import)
)
qualify row_number() over (partition by task_id order by record_id desc) = 1;

-- The tasks of the plan: those of files, and what was decided and no file lists. Of one that is
-- both the day that was decided is its due date.
create or replace view planned_task as
select
    t.* replace (
        coalesce(d.due, t.due) as due,
        if(d.due is null, t.due_text, strftime(d.due, '%d/%m/%Y')) as due_text,
        t.recurring and d.due is null as recurring
    ),
    'import' as stands_in
from imported_task as t
left join decision_now as d on d.task_id = t.task_id
union all by name
select
    0 as import_id, '' as sheet, 0 as row, d.task_id, d.unit, d.year, d.component,
    d.decision as task, '' as area, true as whole_unit, strftime(d.due, '%d/%m/%Y') as due_text,
    d.due, false as recurring, '' as product, null as progress, null as done,
    '' as result_h1, '' as result_year, false as h1_said_done, false as year_said_done,
    '' as note, false as cancelled, 0 as report, 'decision' as stands_in
from decision_now as d
anti join imported_task as t on t.task_id = d.task_id;

-- With what was typed: a typed state holds against the whole state of the file, its date, its
-- result words, its cancelling. Of a task that is done without a day the file's day holds.
create or replace view current_task as
select
    t.* exclude (stands_in) replace (
        if(r.has_state, r.progress, t.progress) as progress,
        case
            when not coalesce(r.has_state, false) then t.done
            when r.done is not null then r.done
            when r.progress >= 1 then t.done
        end as done,
        t.h1_said_done and coalesce(r.progress >= 1, true) as h1_said_done,
        t.year_said_done and coalesce(r.progress >= 1, true) as year_said_done,
        t.cancelled and not coalesce(r.has_state, false) as cancelled
    ),
    if(r.has_state, 'record', t.stands_in) as said_by,
    if(r.withdrawn, '', coalesce(r.evidence, '')) as evidence,
    coalesce(r.record_id, 0) as record_id
from planned_task as t
left join progress_now as r on r.task_id = t.task_id;

-- What an import says of a task's state, as an answer remembers it.
create or replace macro said_of_state(progress, done, h1, y, cancelled) as concat_ws(
    '|', coalesce(progress::varchar, ''), coalesce(done::varchar, ''), h1, y, cancelled
);

-- Does a result column say that the task is not done?
create or replace macro said_open(result) as regexp_matches(fold(result), '^(chua|dang|co ban)\b');

-- Imports that disagree with what was typed before them and about which nobody has said yet
-- which is right. Only cells of the file itself speak; a blank one says nothing. One row a task,
-- at the first field that differs.
create or replace view record_disagreement as
with letters as (
    select import_id, sheet, map(list(field), list(letter)) as of_field
    from import_column
    where field in ('progress', 'done', 'result_h1', 'result_year', 'note', 'text', 'task')
    group by import_id, sheet
),

beside as (
    select
        t.*,
        i.file,
        i.imported_at,
        r.record_id,
        r.progress as typed_progress,
        r.done as typed_done,
        r.written_by,
        r.written_at,
        r.answered,
        said_of_state(t.progress, t.done, t.result_h1, t.result_year, t.cancelled) as said,
        l.of_field
    from imported_task as t
    join standing_import as i using (import_id)
    join progress_now as r on r.task_id = t.task_id and r.has_state
    join letters as l on l.import_id = t.import_id and l.sheet = t.sheet
    where i.imported_at > r.written_at
),

judged as (
    select
        *,
        case
            when cancelled then 'cancelled'
            when of_field['done'] is not null and done is not null
                and done is distinct from typed_done
                and not (typed_done is null and typed_progress >= 1)
                then 'done'
            when of_field['progress'] is not null and progress is not null
                and progress is distinct from typed_progress
                then 'progress'
            when of_field['result_year'] is not null
                and (year_said_done and typed_progress < 1 or said_open(result_year) and typed_progress >= 1)
                then 'result_year'
        end as field
    from beside
    where said <> answered
)

select
    * exclude (of_field),
    coalesce(
        of_field[field], of_field['result_year'], of_field['result_h1'], of_field['note'], 'A'
    ) || row as cell
from judged
where field is not null;

-- What holds of every subject and kind: the newest record, unless it withdraws it.
create or replace view remark_said as
select
    m.* replace (
        joined_place(m.unit) as unit,
        case m.subject_kind
            when 'task' then coalesce(s.same_id, m.subject)
            when 'village' then joined_place(m.subject)
            when 'official' then joined_official(m.unit, m.subject)
            else m.subject
        end as subject
    )
from remark as m
left join task_same as s
    on m.subject_kind = 'task' and s.unit = m.unit and s.task_id = m.subject;

create or replace view remark_now as
select *
from (
    select *
    from remark_said
    qualify row_number() over (
        partition by unit, year, subject_kind, subject, kind order by record_id desc
    ) = 1
)
where not withdrawn;

-- What records changed of a task's state, one row per field: before the first, what the newest
-- file of that time said.
create or replace view record_change as
with said as (
    select
        r.record_id,
        coalesce(s.same_id, r.task_id) as task_id,
        joined_place(r.unit) as unit,
        r.year,
        r.written_by,
        r.written_at,
        {
            'progress': r.progress::varchar, 'done': r.done::varchar,
            'evidence': nullif(r.evidence, ''), 'remark': nullif(r.note, ''),
            'withdrawn': if(r.withdrawn, 'x', null)
        } as now_
    from progress_record as r
    left join task_same as s on s.unit = r.unit and s.task_id = r.task_id
),

beside as (
    select s.*, lag(now_) over (partition by task_id order by record_id) as before_ from said as s
),

files as (
    select
        b.record_id,
        arg_max(t.progress::varchar, (t.import_id, t.report, t.row)) as progress,
        arg_max(t.done::varchar, (t.import_id, t.report, t.row)) as done
    from beside as b
    join joined_task as t on t.task_id = b.task_id
    join standing_import as i on i.import_id = t.import_id and i.imported_at <= b.written_at
    where b.before_ is null
    group by b.record_id
),

fields as (
    select
        b.*,
        unnest(['progress', 'done', 'evidence', 'remark', 'withdrawn']) as field,
        unnest([now_.progress, now_.done, now_.evidence, now_.remark, now_.withdrawn]) as new_value,
        unnest(if(
            b.before_ is null,
            [f.progress, f.done, null, null, null],
            [before_.progress, before_.done, before_.evidence, null, null]
        )) as old_value
    from beside as b
    left join files as f on f.record_id = b.record_id
)

select task_id, unit, year, field, old_value, new_value, written_at as changed_at, written_by, record_id
from fields
where new_value is distinct from old_value and (field not in ('remark', 'withdrawn') or new_value is not null);

-- The views that people keep under a name: the newest record of each.
create or replace view saved_view_now as
select *
from (
    select *
    from saved_view
    qualify row_number() over (partition by view_id order by record_id desc) = 1
)
where not withdrawn;

-- The sets of slides that people keep under a name: the newest record of each.
create or replace view slide_set_now as
select *
from (
    select *
    from slide_set
    qualify row_number() over (partition by set_id order by record_id desc) = 1
)
where not withdrawn;
