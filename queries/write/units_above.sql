-- What a unit lies in, from below.
-- param: unit VARCHAR required: unit_id
select u.level, u.name
from unit_below as b
join current_unit as u on u.unit_id = b.ancestor
where b.unit = $unit and b.ancestor <> $unit
order by list_position(['district', 'province'], u.level), u.unit_id
