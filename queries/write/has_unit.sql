-- Whether there is a unit above the villages of this id.
-- param: unit VARCHAR required: unit_id
select count(*) > 0 from unit where unit_id = $unit and level <> 'village'
