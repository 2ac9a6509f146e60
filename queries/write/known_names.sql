-- Every name of a place, an official or a body, as it is shown.
select name from current_unit
union
select official from task_party
order by all
