-- component_change of a commune as a whole, from the stored scores.
-- grain: one row per level and component
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year_from INTEGER required: the earlier year
-- param: year_to INTEGER required: the later year
with
estimates as materialized (
    select year, level, component, estimate, std_error, df, respondents, status, content
    from score
    where unit = $unit
        and village = ''
        and (year = $year_from::integer or year = $year_to::integer)
)

select d.*
from component_changes('estimates', $year_from::integer, $year_to::integer, false) as d
left join component as c on c.code = d.component
order by level_order(d.level), c.position, d.component
