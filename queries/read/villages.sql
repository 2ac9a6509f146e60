-- The villages of a unit with the official in charge, adults and respondents of a year.
-- grain: one row per village
-- param: unit VARCHAR required: name of a commune
-- param: year INTEGER required: the survey's year
select
    v.name as village,
    v.official,
    p.adults,
    coalesce(r.respondents, 0) as respondents,
    v.unit_id as village_id
from current_unit as v
left join current_population as p on p.village = v.unit_id and p.year = $year::integer
left join (
    select village, count(*) as respondents
    from current_respondent
    where year = $year::integer
    group by village
) as r on r.village = v.unit_id
where v.level = 'village' and v.parent_id = $unit
order by in_order(v.name) collate vi, v.unit_id
