-- The index tree of each year: every sub-dimension with its dimension, and the scale that
-- makes a dimension run from 1 to 10 (DESIGN 2: lo = 1/k, hi = 10/k).
create or replace view scale as
select
    y.year,
    s.code as component,
    s.parent as dimension,
    1.0 / count(*) over (partition by y.year, s.parent) as low,
    10.0 / count(*) over (partition by y.year, s.parent) as high
from (select unnest(range(2011, 2101))::integer as year) as y
join component as s
    on s.level = 'sub_dimension' and y.year between s.first_year and s.last_year;

-- The score of every component in one unit and year, for one domain or split into several.
--   unit_      unit_id of a commune, or of a unit above it (all surveyed communes below)
--   villages_  unit_ids of villages, NULL for all; sex_, age_from_, age_to_ likewise
--   codes_     question codes to use, NULL for all
--   split_     '' for one domain, 'village' for one domain a village
-- A domain keeps the full sample's weights: adults / respondents of the village that year;
-- where any surveyed village has no population, all weigh the same.
create or replace macro component_estimates(
    unit_, year_, villages_, sex_, age_from_, age_to_, codes_, split_
) as table
with
sample as (
    select
        r.unit,
        r.village,
        r.form,
        r.import_id,
        r.sex,
        r.age,
        p.adults,
        count(*) over (partition by r.unit, r.village) as stratum_respondents
    from current_respondent as r
    join unit_below as b on b.unit = r.unit and b.ancestor = unit_
    left join current_population as p
        on p.unit = r.unit and p.year = r.year and p.village = r.village
    where r.year = year_
),

domain as (
    select
        case when split_ = 'village' then s.village else '' end as domain,
        s.unit,
        s.village,
        s.form,
        s.import_id,
        case
            when bool_and(s.adults is not null) over () then s.adults / s.stratum_respondents
            else 1.0
        end as weight,
        (villages_ is null or list_contains(villages_, s.village))
        and (sex_ is null or s.sex = sex_)
        and (age_from_ is null or s.age >= age_from_)
        and (age_to_ is null or s.age <= age_to_) as is_in
    from sample as s
),

questions as (
    select
        q.unit,
        q.code,
        q.component,
        t.dimension,
        q.low,
        q.high,
        q.reversed,
        t.low as scale_low,
        t.high as scale_high
    from current_question as q
    join unit_below as b on b.unit = q.unit and b.ancestor = unit_
    join scale as t on t.year = q.year and t.component = q.component
    where q.year = year_ and (codes_ is null or list_contains(codes_, q.code))
),

answers as (
    select
        d.domain,
        d.unit,
        d.village,
        d.form,
        d.weight,
        q.code,
        q.component,
        q.dimension,
        a.value as raw,
        (a.value - q.low) / (q.high - q.low) as share,
        q.scale_low + (q.scale_high - q.scale_low)
        * case when q.reversed then 1 - share else share end as scaled
    from domain as d
    join answer as a on a.import_id = d.import_id and a.unit = d.unit and a.form = d.form
    join questions as q on q.unit = d.unit and q.code = a.question
    where d.is_in and a.year = year_ and a.value is not null
),

question_means as (
    select
        domain,
        code,
        component,
        dimension,
        sum(weight * raw) / sum(weight) as raw,
        sum(weight * scaled) / sum(weight) as estimate,
        count(distinct (unit, form)) as respondents,
        count(distinct village) as villages
    from answers
    group by domain, code, component, dimension
),

-- Who answered anything of a component: respondents, and the villages they are from.
answered as (
    select domain, level, component, count(distinct (unit, form)) as respondents,
        count(distinct village) as villages
    from (
        select domain, unit, village, form, 'sub_dimension' as level, component from answers
        union all
        select domain, unit, village, form, 'dimension', dimension from answers
        union all
        select domain, unit, village, form, 'total', 'PAPI' from answers
    )
    group by domain, level, component
),

-- A component with a missing part is missing, never a partial sum.
sub_dimensions as (
    select g.domain, t.component, t.dimension, avg(m.estimate) as estimate
    from (select distinct domain from domain) as g
    join scale as t on t.year = year_
    left join question_means as m on m.domain = g.domain and m.component = t.component
    group by g.domain, t.component, t.dimension
),

dimensions as (
    select domain, dimension,
        case when count(estimate) = count(*) then sum(estimate) end as estimate
    from sub_dimensions
    group by domain, dimension
),

totals as (
    select domain, case when count(estimate) = count(*) then sum(estimate) end as estimate
    from dimensions
    group by domain
),

every_question as (
    select g.domain, q.code, m.raw, m.estimate, coalesce(m.respondents, 0) as respondents,
        coalesce(m.villages, 0) as villages
    from (select distinct domain from domain) as g
    cross join (select distinct code from questions) as q
    left join question_means as m on m.domain = g.domain and m.code = q.code
),

estimates as (
    select domain, 'total' as level, 'PAPI' as component, estimate from totals
    union all
    select domain, 'dimension', dimension, estimate from dimensions
    union all
    select domain, 'sub_dimension', component, estimate from sub_dimensions
),

counted as (
    select e.domain, e.level, e.component, e.estimate,
        coalesce(a.respondents, 0) as respondents, coalesce(a.villages, 0) as villages
    from estimates as e
    left join answered as a using (domain, level, component)
    union all
    select domain, 'question', code, estimate, respondents, villages from every_question
    union all
    select domain, 'question_raw', code, raw, respondents, villages from every_question
)

select
    domain,
    level,
    component,
    estimate,
    null::double as std_error,
    null::double as ci_low,
    null::double as ci_high,
    respondents::integer as respondents,
    (respondents - villages)::integer as df,
    case
        when estimate is null then 'missing'
        when respondents < 10 then 'hidden_n'
        when respondents - villages < 1 then 'hidden_no_se'
        when respondents < 30 or respondents - villages < 8 then 'caution'
        else 'ok'
    end as status
from counted;

create or replace macro is_hidden(status) as starts_with(status, 'hidden');

-- Where a component stands in a list: the tree's order, then questions by their code.
create or replace macro level_order(level) as list_position(
    ['total', 'dimension', 'sub_dimension', 'question', 'question_raw'], level
);
