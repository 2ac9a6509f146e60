-- What the id of a unit above the villages stands for: itself, or the unit it was joined to.
-- grain: one row, none where no unit has the id
-- param: unit VARCHAR required: unit_id
select coalesce(j.target, u.unit_id)
from unit as u
left join joined_to as j on j.name = u.unit_id
where u.unit_id = $unit and u.level <> 'village'
