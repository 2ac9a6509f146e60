-- Every name of a place, an official or a body, as it is shown, and what it names.
select name, case when level = 'village' then 'village' else 'place' end as what from current_unit
union
select official, 'office' from task_party
order by all
