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

-- The scores of every component in one year, for each of several units, whole or by village.
--   units_     unit_ids of communes, or of units above them (all surveyed communes below)
--   villages_  unit_ids of villages, NULL for all; sex_, age_from_, age_to_ likewise
--   codes_     question codes to use, NULL for all
--   split_     '' for the whole domain, 'village' for the part of each village as well
-- A domain keeps the full sample's weights: adults / respondents of the village that year;
-- where any surveyed village of the unit has no population, all weigh the same.
-- The millions of answers of a large survey are gone through by village (stratum) only; what
-- is asked for is made of these sums.
create or replace macro component_estimates(
    units_, year_, villages_, sex_, age_from_, age_to_, codes_, split_
) as table
with
sample as (
    select b.ancestor as target, r.unit, r.village, r.form, r.import_id, r.sex, r.age
    from current_respondent as r
    join unit_below as b on b.unit = r.unit and list_contains(units_, b.ancestor)
    where r.year = year_
),

strata as (
    select
        row_number() over () as stratum,
        s.target,
        s.unit,
        s.village,
        case
            when bool_and(p.adults is not null) over (partition by s.target)
                then p.adults / s.respondents
            else 1.0
        end as weight
    from (
        select target, unit, village, count(*) as respondents from sample group by all
    ) as s
    left join current_population as p
        on p.unit = s.unit and p.year = year_ and p.village = s.village
),

-- The domain '' is the whole, others are villages; each with the strata it is made of.
domains as (
    select unnest(case when split_ = 'village' then ['', village] else [''] end) as domain, *
    from strata
),

respondents as (
    select row_number() over () as respondent, t.stratum, s.unit, s.form, s.import_id
    from sample as s
    join strata as t using (target, unit, village)
    where (villages_ is null or list_contains(villages_, s.village))
        and (sex_ is null or s.sex = sex_)
        and (age_from_ is null or s.age >= age_from_)
        and (age_to_ is null or s.age <= age_to_)
),

tree as (
    select component, dimension, low, high, 1::bigint << row_number() over () as bit
    from scale
    where year = year_
),

questions as (
    select
        b.ancestor as target,
        q.unit,
        q.code,
        q.component,
        t.dimension,
        t.bit,
        q.low,
        q.high,
        q.reversed,
        t.low as scale_low,
        t.high as scale_high
    from current_question as q
    join unit_below as b on b.unit = q.unit and list_contains(units_, b.ancestor)
    join tree as t using (component)
    where q.year = year_ and (codes_ is null or list_contains(codes_, q.code))
),

-- The questions put to each stratum.
asked as (
    select s.stratum, q.*
    from strata as s
    join questions as q using (target, unit)
),

answers as (
    select r.respondent, r.stratum, a.question as code, a.value
    from respondents as r
    join answer as a on a.import_id = r.import_id and a.unit = r.unit and a.form = r.form
    where a.year = year_ and a.value is not null
),

question_sums as (
    select stratum, code, count(*) as respondents, avg(value) as raw
    from answers
    group by all
),

-- The scale is linear: the mean of scaled answers is the scaled mean.
question_means as (
    select
        d.target,
        d.domain,
        code,
        q.component,
        q.dimension,
        sum(d.weight * s.respondents) as weight_,
        sum(d.weight * s.respondents * s.raw) / weight_ as raw,
        sum(
            d.weight * s.respondents * (
                q.scale_low + (q.scale_high - q.scale_low)
                * case when q.reversed then q.high - s.raw else s.raw - q.low end
                / (q.high - q.low)
            )
        ) / weight_ as estimate,
        sum(s.respondents) as respondents,
        count(*) as villages
    from domains as d
    join question_sums as s using (stratum)
    join asked as q using (stratum, code)
    group by all
),

-- Who answered anything of a component, and the villages they are from: a respondent's mask
-- has the bit of each sub-dimension answered.
masks as (
    select a.respondent, any_value(a.stratum) as stratum, bit_or(q.bit) as mask
    from answers as a
    join asked as q using (stratum, code)
    group by a.respondent
),

parts as (
    select 'sub_dimension' as level, component, bit as bits from tree
    union all
    select 'dimension', dimension, bit_or(bit) from tree group by dimension
    union all
    select 'total', 'PAPI', bit_or(bit) from tree
),

answered as (
    select d.target, d.domain, s.level, s.component,
        sum(s.respondents) as respondents, count(*) filter (s.respondents > 0) as villages
    from domains as d
    join (
        select m.stratum, p.level, p.component, count(*) filter (m.mask & p.bits <> 0) as respondents
        from masks as m
        cross join parts as p
        group by all
    ) as s using (stratum)
    group by all
),

-- A component with a missing part is missing, never a partial sum.
groups as (select distinct target, domain from domains),

sub_dimensions as (
    select g.target, g.domain, t.component, t.dimension, avg(m.estimate) as estimate
    from groups as g
    cross join tree as t
    left join question_means as m
        on m.target = g.target and m.domain = g.domain and m.component = t.component
    group by all
),

dimensions as (
    select target, domain, dimension,
        case when count(estimate) = count(*) then sum(estimate) end as estimate
    from sub_dimensions
    group by all
),

totals as (
    select target, domain,
        case when count(estimate) = count(*) then sum(estimate) end as estimate
    from dimensions
    group by all
),

every_question as (
    select g.target, g.domain, q.code, m.raw, m.estimate,
        coalesce(m.respondents, 0) as respondents, coalesce(m.villages, 0) as villages
    from groups as g
    join (select distinct target, code from questions) as q using (target)
    left join question_means as m
        on m.target = g.target and m.domain = g.domain and m.code = q.code
),

estimates as (
    select target, domain, 'total' as level, 'PAPI' as component, estimate from totals
    union all
    select target, domain, 'dimension', dimension, estimate from dimensions
    union all
    select target, domain, 'sub_dimension', component, estimate from sub_dimensions
),

counted as (
    select e.target, e.domain, e.level, e.component, e.estimate,
        coalesce(a.respondents, 0) as respondents, coalesce(a.villages, 0) as villages
    from estimates as e
    left join answered as a using (target, domain, level, component)
    union all
    select target, domain, 'question', code, estimate, respondents, villages from every_question
    union all
    select target, domain, 'question_raw', code, raw, respondents, villages from every_question
)

select
    target as unit,
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
