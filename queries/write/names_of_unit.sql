-- The villages and officials of a unit that stand for themselves.
-- param: unit VARCHAR required: unit_id
select kind, name, label
from known_name
where unit_id = $unit and kind <> 'unit' and target = name
order by kind, label, name
