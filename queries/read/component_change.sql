-- The same components in two years side by side, with their difference.
-- grain: one row per level and component
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year_from INTEGER required: the earlier year
-- param: year_to INTEGER required: the later year
-- param: basis published|common optional: each year's own questions (published), or those asked in both
-- param: villages VARCHAR[] optional: names of villages within the unit
-- param: sex Nam|Nữ optional: of the respondents
-- param: age_from INTEGER optional: youngest age taken in
-- param: age_to INTEGER optional: oldest age taken in
with
estimates as materialized (
    select *
    from component_estimates(
        [$unit],
        [$year_from::integer, $year_to::integer],
        $villages::varchar[],
        $sex,
        $age_from::integer,
        $age_to::integer,
        coalesce($basis = 'common', false),
        false
    )
)

select d.*
from component_changes(
    'estimates', $year_from::integer, $year_to::integer, coalesce($basis = 'common', false)
) as d
left join component as c on c.code = d.component
order by level_order(d.level), c.position, d.component
