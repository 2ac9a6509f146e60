-- Every name of a unit, village or official, and which other it is counted with; of a place since
-- when and until when it stands, and its successor.
-- grain: one row per name
-- param: kind unit|village|official optional: of the names
-- param: unit VARCHAR optional: name or unit_id of the commune whose villages and officials they are
-- param: standing BOOLEAN optional: only those that stand for themselves (true) or for another (false)
select
    n.kind,
    n.unit,
    n.label as name,
    if(n.target = n.name, null, n.target_label) as counted_as,
    n.times,
    n.above,
    n.unit_id,
    n.name as name_id,
    n.target as target_id,
    u.valid_from,
    u.valid_to,
    u.successor
from known_name as n
left join every_unit as u on u.unit_id = n.name and n.kind <> 'official'
where n.kind = coalesce($kind, n.kind)
    and ($unit is null or n.unit_id = $unit)
    and coalesce((n.target = n.name) = $standing::boolean, true)
order by
    list_position(['unit', 'village', 'official'], n.kind), in_order(n.unit) collate vi, n.unit_id,
    in_order(n.target_label) collate vi, n.target, n.target <> n.name, in_order(n.label) collate vi, n.name
