-- The communes surveyed in a year by their score, best first.
-- grain: one row per commune
-- param: year INTEGER required: the survey's year
-- param: component VARCHAR optional: code of a component (PAPI)
-- param: parent VARCHAR optional: name of the unit above the communes
with
surveyed as (
    select s.unit as unit_id, u.name as unit, s.estimate, s.respondents, s.status
    from score as s
    join unit as u on u.unit_id = s.unit
    where s.year = $year::integer
        and s.village = ''
        and s.component = coalesce($component, 'PAPI')
        and s.level in ('total', 'dimension', 'sub_dimension')
        and (
            $parent is null
            or s.unit in (select b.unit from unit_below as b where b.ancestor = unit_named($parent))
        )
),

ranked as (
    select
        *,
        case when estimate is not null then
            rank() over (order by round(estimate, 9) desc nulls last)  -- sums carry noise
        end as rank
    from surveyed
)

select
    unit,
    estimate,
    rank,
    null::integer as rank_low,
    null::integer as rank_high,
    respondents,
    status,
    unit_id
from ranked
order by rank nulls last, unit collate vi
