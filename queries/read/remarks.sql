-- What people wrote about components, officials, villages and tasks: shortcomings, causes,
-- responsibility, remedies, notes; every record, also those that newer ones of the same subject and
-- kind have replaced (holds: the one that stands).
-- about: what it is about as it is written on the command line; subject: how that is shown.
-- grain: one row per record
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the plan's year
-- param: about VARCHAR optional: component:5.3, official:NAME, village:NAME, task:ID, or one of these four words alone
with
wanted as (
    select
        split_part($about, ':', 1) as subject_kind,
        nullif(substr($about, length(split_part($about, ':', 1)) + 2), '') as subject
)

select
    m.record_id as id,
    m.subject_kind || ':' || coalesce(v.name, m.subject) as about,
    coalesce(v.name, t.task, m.subject) as subject,
    m.kind,
    m.remark as text,
    m.written_by,
    m.written_at,
    m.withdrawn,
    n.record_id is not null as holds,
    u.shown as unit
from remark_said as m
join shown_unit as u on u.unit_id = m.unit
cross join wanted as w
left join remark_now as n on n.record_id = m.record_id
left join unit as v on m.subject_kind = 'village' and v.unit_id = m.subject
left join current_task as t on m.subject_kind = 'task' and t.task_id = m.subject
where m.unit in (select b.unit from unit_below as b where b.ancestor = $unit)
    and m.year = $year::integer
    and ($about is null or m.subject_kind = w.subject_kind)
    and (
        w.subject is null
        or m.subject = w.subject
        or m.subject_kind = 'component' and m.subject = upper(w.subject)
        or m.subject_kind = 'official' and official_key(m.subject) = official_key(w.subject)
        or m.subject_kind = 'village' and list_contains(villages_named($unit, [w.subject]), m.subject)
    )
order by m.record_id desc
