-- The index tree of a year with names and the scale each component runs on.
-- grain: one row per component
-- param: year INTEGER required: the year
with
scales as (
    select component, dimension, low, high from sub_dimension_scale where year = $year::integer
)

select
    c.code as component,
    c.parent,
    c.level,
    c.name_vi,
    c.name_en,
    coalesce(n.short_vi, c.name_vi) as short_vi,
    coalesce(n.short_en, c.name_en) as short_en,
    case c.level
        when 'sub_dimension' then s.low
        when 'dimension' then 1.0
        else (select count(distinct dimension) from scales)::double
    end as scale_low,
    case c.level
        when 'sub_dimension' then s.high
        when 'dimension' then 10.0
        else 10.0 * (select count(distinct dimension) from scales)
    end as scale_high
from component as c
left join scales as s on s.component = c.code
left join component_short_name as n on n.code = c.code
where $year::integer between c.first_year and c.last_year
order by c.position
