-- Every unit and village with the parent known of it.
select unit_id, level, name, parent_id from current_unit order by unit_id
