-- The officials whom sheets of units name: of a unit and of its villages.
-- param: unit VARCHAR required: unit_id
select distinct official
from current_unit
where official is not null and (unit_id = $unit or parent_id = $unit)
order by official
