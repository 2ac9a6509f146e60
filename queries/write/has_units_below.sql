-- Whether a unit above the villages lies in the unit.
-- param: unit VARCHAR required: unit_id
select count(*) > 0
from placed_unit
where parent_id = $unit and unit_id = standing and level <> 'village'
