-- The communes that lie in a unit, or itself where it is one, in the order of their names.
-- param: unit VARCHAR required: unit_id
select u.unit_id, n.shown
from unit_below as b
join current_unit as u on u.unit_id = b.unit and u.level = 'commune'
join shown_unit as n on n.unit_id = u.unit_id
where b.ancestor = $unit
order by in_order(n.shown) collate vi, u.unit_id
