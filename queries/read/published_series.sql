-- The published scores of one component over the years, every province.
-- grain: one row per year and province
-- param: component VARCHAR required: code of a component
select s.year, p.name_vi as province, s.component, s.score, s.rank
from published_component_score as s
join province as p on p.code = s.province
where s.component = $component
order by p.name_vi collate vi, s.year
