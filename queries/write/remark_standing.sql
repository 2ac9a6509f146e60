-- What holds of a subject and kind: the record's number, 0 where nothing does, and its text; and
-- whether the subject is still there to be spoken about.
-- param: unit VARCHAR required: unit_id
-- param: year INTEGER required: the plan's year
-- param: subject_kind component|official|village|task required: what kind of thing it is
-- param: subject VARCHAR required: its code, name or id
-- param: kind shortcoming|cause|responsibility|remedy|note required: what is said of it
select
    coalesce(max(m.record_id), 0) as record_id,
    coalesce(max(m.remark), '') as remark,
    case $subject_kind
        when 'task' then exists (from current_task as t where t.unit = $unit and t.task_id = $subject)
        when 'village' then exists (from current_unit as v where v.parent_id = $unit and v.unit_id = $subject)
        when 'component' then exists (from component as c where c.code = $subject)
        else true
    end as is_there
from remark_now as m
where m.unit = $unit
    and m.year = $year::integer
    and m.subject_kind = $subject_kind
    and m.subject = $subject
    and m.kind = $kind
