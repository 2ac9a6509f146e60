-- component_scores of a commune as a whole, from the stored scores.
-- grain: one row per level and component
-- param: unit VARCHAR required: name of a commune
-- param: year INTEGER required: the survey's year
select
    u.shown as unit,
    s.year,
    s.level,
    s.component,
    s.estimate,
    s.std_error,
    s.ci_low,
    s.ci_high,
    s.respondents,
    s.df,
    s.status
from score as s
join shown_unit as u on u.unit_id = s.unit
left join component as c on c.code = s.component
where s.unit = $unit and s.year = $year::integer and s.village = ''
order by level_order(s.level), c.position, s.component
