-- The score of every component and question of a unit in a year, for everybody or a domain.
-- grain: one row per level and component
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the survey's year
-- param: villages VARCHAR[] optional: names of villages within the unit
-- param: sex Nam|Nữ optional: of the respondents
-- param: age_from INTEGER optional: youngest age taken in
-- param: age_to INTEGER optional: oldest age taken in
select
    u.shown as unit,
    $year::integer as year,
    e.level,
    e.component,
    e.estimate,
    e.std_error,
    e.ci_low,
    e.ci_high,
    e.respondents,
    e.df,
    e.status
from component_estimates(
    [$unit],
    [$year::integer],
    $villages::varchar[],
    $sex,
    $age_from::integer,
    $age_to::integer,
    false,
    false
) as e
join shown_unit as u on u.unit_id = e.scope
left join component as c on c.code = e.component
order by level_order(e.level), c.position, in_order(e.component)
