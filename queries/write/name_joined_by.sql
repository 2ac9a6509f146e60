-- The action that holds for a name now.
-- param: kind VARCHAR required: of the name
-- param: unit VARCHAR required: of an official, '' of a place
-- param: name VARCHAR required: the name or id
select action_id from name_now where kind = $kind and unit = $unit and name = $name
