-- Whether the stored scores have all of a unit in these years: a commune's own, of each year.
-- param: unit VARCHAR required: unit_id
-- param: years INTEGER[] required: the surveys' years
select count(distinct year) = len(list_distinct($years::integer[]))
from score
where unit = $unit
    and list_contains($years::integer[], year)
    and village = ''
    and level = 'total'
    and not exists (
        select 1 from placed_unit
        where parent_id = $unit and unit_id = standing and level <> 'village'
    )
