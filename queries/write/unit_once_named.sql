-- The unit of a name that no unit bears any more: the one that its bearer was joined to.
-- param: name VARCHAR required: the name
select unit_named($name)
