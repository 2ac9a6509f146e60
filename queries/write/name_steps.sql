-- What an action about names said, and what held before it.
-- param: action_id INTEGER required: the action
select kind, unit, name, before, target
from name_action
where action_id = $action_id::integer
order by kind, unit, name
