-- Every unit and village with the parent known of it, and when it stood.
select unit_id, level, name, parent_id, valid_from, valid_to, successor
from current_unit
order by unit_id
