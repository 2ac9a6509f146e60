-- Officials and bodies of each unit as written, the first import first.
select joined_place(t.unit) as unit, p.official
from task_party as p
join standing_import using (import_id)
join task as t on t.import_id = p.import_id and t.task_id = p.task_id
group by 1, p.official
order by min(p.import_id), min(t.row), p.official
