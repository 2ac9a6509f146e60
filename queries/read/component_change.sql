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
wanted as (select unit_named($unit) as unit),

-- What each year asks of each component: a change is one of the world, not of the questions.
questions as (
    select q.year, q.code, fold(q.text) as text, t.component, t.dimension
    from current_question as q
    join unit_below as b on b.unit = q.unit
    join wanted as w on w.unit = b.ancestor
    join scale as t on t.year = q.year and t.component = q.component
    where q.year in ($year_from::integer, $year_to::integer)
    group by all
),

parts as (
    select year, 'question' as level, code as component, text as part from questions
    union all
    select year, 'question_raw', code, text from questions
    union all
    select year, 'sub_dimension', component, code || text from questions
    union all
    select year, 'dimension', dimension, component || code || text from questions
    union all
    select year, 'total', 'PAPI', component || code || text from questions
    union all
    select year, 'dimension', dimension, component from scale
    where year in ($year_from::integer, $year_to::integer)
    union all
    select year, 'total', 'PAPI', component from scale
    where year in ($year_from::integer, $year_to::integer)
),

differing as (
    select distinct level, component
    from (select distinct level, component, part, year from parts)
    group by level, component, part
    having count(*) < 2
),

estimates as materialized (
    select *
    from component_estimates(
        [(select unit from wanted)],
        [$year_from::integer, $year_to::integer],
        villages_named(unit_named($unit), $villages::varchar[]),
        $sex,
        $age_from::integer,
        $age_to::integer,
        coalesce($basis = 'common', false),
        ''
    )
),

compared as (
    select
        level,
        component,
        f.estimate as estimate_from,
        t.estimate as estimate_to,
        t.estimate - f.estimate as change,
        sqrt(f.std_error * f.std_error + t.std_error * t.std_error) as error,
        case when error is not null then f.df + t.df end as both_df,
        -- rounded: sums of equal parts differ in their last digits
        case when round(change, 9) <> 0 or round(error, 9) > 0
            then t_two_sided(change / error, both_df) end as p_value,
        coalesce(f.status, 'missing') as status_from,
        coalesce(t.status, 'missing') as status_to,
        coalesce(f.respondents, 0) as respondents_from,
        coalesce(t.respondents, 0) as respondents_to
    from (select * from estimates where year = $year_from::integer) as f
    full join (select * from estimates where year = $year_to::integer) as t
        using (level, component)
),

-- Benjamini-Hochberg over the rows of a level that have a p.
ranked as (
    select
        *,
        p_value * count(p_value) over (partition by level)
        / count(p_value) over (partition by level order by p_value) as p_scaled
    from compared
),

adjusted as (
    select
        *,
        case when p_value is not null then least(1, min(p_scaled) over (
            partition by level order by p_value desc
        )) end as p_adjusted
    from ranked
)

select
    level,
    component,
    estimate_from,
    estimate_to,
    change,
    error as std_error,
    change - t_quantile(both_df) * error as ci_low,
    change + t_quantile(both_df) * error as ci_high,
    both_df::integer as df,
    p_value,
    p_adjusted,
    case
        when change is null then null
        when coalesce($basis, 'published') = 'published' and d.level is not null
            then 'not_comparable'
        when p_adjusted < 0.05 and change > 0 then 'up'
        when p_adjusted < 0.05 and change < 0 then 'down'
        else 'unclear'
    end as verdict,
    case
        when change is null then 'missing'
        when is_hidden(status_from) then status_from
        when is_hidden(status_to) then status_to
        when 'caution' in (status_from, status_to) then 'caution'
        else 'ok'
    end as status,
    status_from,
    status_to,
    respondents_from,
    respondents_to
from adjusted
left join differing as d using (level, component)
left join component as c on c.code = component
order by level_order(level), c.position, component
