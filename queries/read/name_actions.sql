-- What was done with names, the newest first: joined, parted, taken back, joined by an import.
-- grain: one row per action and name
-- param: unit VARCHAR optional: name or unit_id of the commune whose names they are
select
    a.action_id,
    a.deed,
    a.kind,
    coalesce(u.name, '') as unit,
    coalesce(n.name, a.name) as name,
    coalesce(t.name, a.target) as target,
    coalesce(b.name, a.before) as before,
    a.undoes,
    a.acted_at,
    exists (select 1 from name_action as later where later.undoes = a.action_id) as is_undone
from name_action as a
left join unit as u on u.unit_id = a.unit
left join unit as n on a.kind <> 'official' and n.unit_id = a.name
left join unit as t on a.kind <> 'official' and t.unit_id = a.target
left join unit as b on a.kind <> 'official' and b.unit_id = a.before
where $unit is null or a.unit = $unit
order by a.action_id desc, a.kind, unit, name, a.name
