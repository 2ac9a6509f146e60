-- Note of which communes and year the scores were filled.
-- param: units VARCHAR[] required: unit_ids
-- param: year INTEGER required: the survey's year
insert into filled_scope
select unit, $year::integer
from unnest($units::varchar[]) as given(unit)
where unit not in (select s.unit from filled_scope as s where s.year = $year::integer)
