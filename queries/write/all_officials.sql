-- Officials and bodies of each unit as written, the first import first; then those who were only
-- given work at a meeting.
select unit, official
from (
    select joined_place(t.unit) as unit, p.official, min((p.import_id, t.row)) as first_seen
    from task_party as p
    join standing_import using (import_id)
    join task as t on t.import_id = p.import_id and t.task_id = p.task_id
    group by 1, p.official
    union all
    select unit, official, null from decision_now
)
group by unit, official
order by min(first_seen) nulls last, official
