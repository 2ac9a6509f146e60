-- The published index: sub-dimensions as published, dimensions and totals as their sums.
-- A component with a withheld part has no score. A table: it changes with the reference data only.
create or replace table published_component_score as
with
sub_dimensions as (
    select r.year, r.province_code as province, s.component, s.dimension, r.score
    from scale as s
    join reference_score as r on r.year = s.year and r.component = s.component
),

complete as (
    select t.year, p.code as province, t.component, t.dimension, r.score
    from scale as t
    cross join province as p
    left join sub_dimensions as r
        on r.year = t.year and r.province = p.code and r.component = t.component
    where t.year in (select distinct year from reference_score)
),

dimensions as (
    select year, province, dimension as component,
        case when count(score) = count(*) then sum(score) end as score
    from complete
    group by year, province, dimension
),

totals as (
    select year, province, 'PAPI' as component,
        case when count(score) = count(*) then sum(score) end as score
    from dimensions
    group by year, province
),

every_component as (
    select year, province, component, score from complete
    union all
    select year, province, component, score from dimensions
    union all
    select year, province, component, score from totals
)

select
    year,
    province,
    component,
    score,
    case when score is not null then
        rank() over (partition by year, component order by round(score, 9) desc nulls last)
    end as rank
from every_component;
