-- The published index as the reference file has it: sub-dimensions as published, dimensions and
-- totals as their sums; a whole with a withheld part has no score. A table: it changes with the
-- reference data only.
create or replace table reference_component_score as
with
sub_dimensions as (
    select t.year, p.code as province, t.component, t.dimension, r.score
    from sub_dimension_scale as t
    cross join province as p
    left join reference_score as r
        on r.year = t.year and r.province_code = p.code and r.component = t.component
    where t.year in (select distinct year from reference_score)
),

dimensions as (
    select year, province, dimension as component,
        case when count(score) = count(*) then sum(score order by component) end as score
    from sub_dimensions
    group by year, province, dimension
),

totals as (
    select year, province, 'PAPI' as component,
        case when count(score) = count(*) then sum(score order by component) end as score
    from dimensions
    group by year, province
)

select year, province, component, score from sub_dimensions
union all
select year, province, component, score from dimensions
union all
select year, province, component, score from totals;

-- The published index: what was imported last, filled from the reference where nothing was.
-- A whole that was not imported is the sum of its parts as they are shown.
create or replace view published_now as
with
years as (
    select distinct year from reference_component_score
    union
    select distinct year from current_published_score
),

sub_dimensions as (
    select
        t.year,
        p.code as province,
        t.component,
        t.dimension,
        case when i.year is null then r.score else i.score end as score
    from sub_dimension_scale as t
    join years using (year)
    cross join province as p
    left join reference_component_score as r
        on r.year = t.year and r.province = p.code and r.component = t.component
    left join current_published_score as i
        on i.year = t.year and i.province = p.code and i.component = t.component
),

dimension_sums as (
    select year, province, dimension as component,
        case when count(score) = count(*) then sum(score order by component) end as score
    from sub_dimensions
    group by year, province, dimension
),

dimensions as (
    select s.year, s.province, s.component,
        case when i.year is null then s.score else i.score end as score
    from dimension_sums as s
    left join current_published_score as i using (year, province, component)
),

total_sums as (
    select year, province, 'PAPI' as component,
        case when count(score) = count(*) then sum(score order by component) end as score
    from dimensions
    group by year, province
),

totals as (
    select s.year, s.province, s.component,
        case when i.year is null then s.score else i.score end as score
    from total_sums as s
    left join current_published_score as i using (year, province, component)
),

every_component as (
    select year, province, component, score from sub_dimensions
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

-- Stored, for pages ask it often: imports of scores fill it anew (queries/write/fill_published.sql).
create or replace table published_component_score as
select * from published_now;

-- The provinces that were merged with others, the first year of the new one, and why its scores
-- are not those of the old one: a new name or none alone is no merger.
create or replace view province_merger as
with
wholes as (
    select successor, string_agg(name_vi, ', ' order by code) as parts_vi,
        string_agg(name_en, ', ' order by code) as parts_en
    from province
    group by successor
    having count(*) > 1
)

select
    p.code as province,
    m.year,
    replace(replace(m.reason_vi, '{whole}', p.successor), '{parts}', w.parts_vi) as reason_vi,
    replace(replace(m.reason_en, '{whole}', p.successor), '{parts}', w.parts_en) as reason_en
from province as p
join wholes as w using (successor)
cross join merger_reason as m;
