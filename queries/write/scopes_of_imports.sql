-- The units and years that imports brought survey rows for.
-- param: import_ids INTEGER[] required: the imports
select distinct joined_place(unit) as unit, year
from import_scope
where list_contains($import_ids::integer[], import_id)
    and kind in ('answers', 'questions', 'population')
order by unit, year
