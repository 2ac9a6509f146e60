-- The number of the next action about names.
select coalesce(max(action_id), 0) + 1 from name_action
