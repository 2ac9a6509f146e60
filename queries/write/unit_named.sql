-- The unit_id that a name stands for, NULL when there is none.
-- param: unit VARCHAR required: the name
select unit_named($unit)
