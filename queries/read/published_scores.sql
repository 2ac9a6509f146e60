-- The published index of the 63 provinces in a year, with each one's rank.
-- grain: one row per province and component
-- param: year INTEGER required: 2011 to 2024
-- param: province VARCHAR optional: name of a province
select p.name_vi as province, s.component, s.score, s.rank
from published_component_score as s
join province as p on p.code = s.province
join component as c on c.code = s.component
where s.year = $year::integer
    and ($province is null or unit_key($province) in (unit_key(p.name_vi), unit_key(p.name_en)))
order by c.position, s.rank nulls last, p.name_vi collate vi
