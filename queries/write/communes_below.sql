-- The communes that lie in a unit, or itself where it is one.
-- param: unit VARCHAR required: unit_id
select u.unit_id
from unit_below as b
join current_unit as u on u.unit_id = b.unit and u.level = 'commune'
where b.ancestor = $unit
order by u.unit_id
