-- Every unit and village with the parent known of it, those joined to another too: files go on
-- writing their names.
select unit_id, level, name, parent_id, valid_from, valid_to, successor
from every_unit
order by unit_id
