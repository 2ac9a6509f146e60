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
wanted as (
    select unit_named($unit) as unit, villages_named(unit_named($unit), $villages::varchar[]) as villages
),

asked as (
    select q.year, q.code, fold(q.text) as text
    from current_question as q
    join unit_below as b on b.unit = q.unit
    join wanted as w on w.unit = b.ancestor
    where q.year in ($year_from::integer, $year_to::integer)
    group by all
),

common as (
    select case when $basis = 'common' then coalesce(list(distinct f.code), []) end as codes
    from asked as f
    join asked as t using (code, text)
    where f.year = $year_from::integer and t.year = $year_to::integer
),

earlier as (
    select * from component_estimates(
        [(select unit from wanted)], $year_from::integer, (select villages from wanted),
        $sex, $age_from::integer, $age_to::integer,
        (select codes from common), ''
    )
),

later as (
    select * from component_estimates(
        [(select unit from wanted)], $year_to::integer, (select villages from wanted),
        $sex, $age_from::integer, $age_to::integer,
        (select codes from common), ''
    )
)

select
    level,
    component,
    f.estimate as estimate_from,
    t.estimate as estimate_to,
    t.estimate - f.estimate as change,
    null::double as std_error,
    null::double as ci_low,
    null::double as ci_high,
    null::integer as df,
    null::double as p_value,
    null::double as p_adjusted,
    null::varchar as verdict,
    case
        when t.estimate - f.estimate is null then 'missing'
        when is_hidden(f.status) then f.status
        when is_hidden(t.status) then t.status
        when 'caution' in (f.status, t.status) then 'caution'
        else 'ok'
    end as status,
    coalesce(f.status, 'missing') as status_from,
    coalesce(t.status, 'missing') as status_to,
    coalesce(f.respondents, 0) as respondents_from,
    coalesce(t.respondents, 0) as respondents_to
from earlier as f
full join later as t using (level, component)
left join component as c on c.code = component
order by level_order(level), c.position, component
