-- What was decided at meetings: every record, the newest first. holds: the one that stands.
-- grain: one row per record
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the plan's year
select
    d.record_id as id,
    d.task_id,
    d.decision as text,
    joined_official(joined_place(d.unit), d.official) as official,
    d.due,
    d.component,
    d.slide,
    d.withdrawn,
    n.record_id is not null as holds,
    t.state,
    d.written_by,
    d.written_at,
    u.shown as unit
from decision_record as d
join shown_unit as u on u.unit_id = joined_place(d.unit)
left join decision_now as n on n.record_id = d.record_id
left join task_states($unit, $year::integer, null, null) as t on t.task_id = d.task_id
where joined_place(d.unit) in (select b.unit from unit_below as b where b.ancestor = $unit)
    and d.year = $year::integer
order by d.record_id desc
