-- The villages at or below a unit that names stand for.
-- param: unit VARCHAR required: unit_id
-- param: names VARCHAR[] required: of villages
select villages_named($unit, $names::varchar[])
