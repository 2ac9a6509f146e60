-- The published scores of one component over the years, every province.
-- A province that was merged with others has the year from which it is the new one in
-- merged_from, in the years since: they are not to be compared with those before.
-- grain: one row per year and province
-- param: component VARCHAR required: code of a component
select s.year, p.name_vi as province, s.component, s.score, s.rank, m.year as merged_from
from published_component_score as s
join province as p on p.code = s.province
left join province_merger as m on m.province = s.province and m.year <= s.year
where s.component = $component
order by p.name_vi collate vi, s.year
