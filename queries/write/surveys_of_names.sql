-- The surveys whose scores may change when these names are joined or parted.
-- param: units VARCHAR[] required: unit_ids of communes
-- param: villages VARCHAR[] required: unit_ids of villages
select distinct unit, year
from respondent
where list_contains($units::varchar[], unit)
    or list_contains($villages::varchar[], village)
    or list_contains($units::varchar[], joined_place(unit))
union
select distinct joined_place(unit), year
from respondent
where list_contains($units::varchar[], unit)
    or list_contains($villages::varchar[], village)
order by 1, 2
