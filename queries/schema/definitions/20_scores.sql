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

create or replace macro dimension_number(code) as code::integer;

-- What one village adds to a variance: n respondents, the part of the adults not asked, and the
-- sums of influences and of their squares. One respondent alone is centred at 0 (DESIGN 2).
create or replace macro stratum_variance(n, unsampled, z, zz) as unsampled
* case when n = 1 then zz else n / (n - 1) * (zz - z * z / n) end;

-- The score of every component with its standard error, for one domain or split into several.
--   units_     unit_ids; each takes all surveyed communes at or below it
--   years_     years of the survey
--   villages_  unit_ids of villages, NULL for all; sex_, age_from_, age_to_ likewise
--   common_    true: only questions asked in every year with the same text, and answered in each
--   split_     '' for one domain, 'village' for one domain a village
-- Villages are strata. A domain keeps the full sample's weights (adults / respondents of the
-- village that year) and its design: who is outside counts in n with an influence of 0.
-- Where any surveyed village has no population, all weigh the same and nothing is finite.
create or replace macro component_estimates(
    units_, years_, villages_, sex_, age_from_, age_to_, common_, split_
) as table
with
scopes as (
    select ancestor as scope, unit from unit_below where list_contains(units_, ancestor)
),

sample as (
    select
        s.scope,
        r.year,
        case when split_ = 'village' then r.village else '' end as domain,
        r.unit,
        r.village,
        r.form,
        r.import_id,
        r.sex,
        r.age,
        p.adults,
        count(*) over (partition by s.scope, r.year, r.unit, r.village) as n,
        bool_and(p.adults is not null) over (partition by s.scope, r.year) as has_adults
    from current_respondent as r
    join scopes as s on s.unit = r.unit
    left join current_population as p
        on p.unit = r.unit and p.year = r.year and p.village = r.village
    where list_contains(years_, r.year)
),

-- A cell is one scope, year and domain; numbers stand for names where there are millions.
numbered as (
    select
        *,
        dense_rank() over (order by scope, year, domain)::integer as cell,
        dense_rank() over (order by scope, year, unit, village)::integer as stratum
    from (
        select scope, year, domain, unit, village, any_value(n) as n,
            any_value(if(has_adults, adults / n, 1.0)) as weight,
            any_value(if(has_adults, 1 - n / adults, 1.0)) as unsampled
        from sample
        group by scope, year, domain, unit, village
    )
),

persons as (
    select row_number() over ()::integer as person, c.cell, c.stratum, c.weight,
        s.year, s.unit, s.form, s.import_id
    from sample as s
    join numbered as c using (scope, year, domain, unit, village)
    where (villages_ is null or list_contains(villages_, s.village))
        and (sex_ is null or s.sex = sex_)
        and (age_from_ is null or s.age >= age_from_)
        and (age_to_ is null or s.age <= age_to_)
),

cells as (select distinct cell, scope, year, domain from numbered),

strata as (select distinct stratum, n, unsampled from numbered),

questions as (
    select
        q.unit,
        q.year,
        q.code,
        fold(q.text) as text,
        q.component,
        t.dimension,
        q.low,
        q.high,
        t.low as scale_low,
        t.high as scale_high,
        -- scaled = intercept + slope * answer
        if(q.reversed, -1, 1) * (t.high - t.low) / (q.high - q.low) as slope,
        if(q.reversed, t.high, t.low) - slope * q.low as intercept,
        dense_rank() over (order by q.code, q.component)::integer as question,
        dense_rank() over (order by t.dimension, q.component)::integer as part
    from current_question as q
    join scale as t on t.year = q.year and t.component = q.component
    where list_contains(years_, q.year) and q.unit in (select unit from scopes)
),

answers as (
    select
        d.person,
        d.cell,
        d.stratum,
        d.weight,
        q.question,
        q.part,
        a.value as raw,
        q.intercept + q.slope * a.value as scaled
    from persons as d
    join answer as a
        on a.import_id = d.import_id and a.unit = d.unit and a.year = d.year and a.form = d.form
    join questions as q on q.unit = d.unit and q.year = d.year and q.code = a.question
    where list_contains(years_, a.year) and a.value is not null
),

every_mean as (
    select
        cell,
        question,
        part,
        sum(weight) as weight,
        sum(weight * raw) / sum(weight) as raw,
        sum(weight * scaled) / sum(weight) as estimate
    from answers
    group by cell, question, part
),

-- On common ground only: asked with the same text, and answered in this domain, every year.
common_questions as (
    select c.scope, c.domain, m.question
    from (select * from cells where common_) as c
    join every_mean as m using (cell)
    join (
        select distinct s.scope, q.year, q.question, q.text
        from questions as q
        join scopes as s on s.unit = q.unit
    ) as q on q.scope = c.scope and q.year = c.year and q.question = m.question
    group by c.scope, c.domain, m.question, q.text
    having count(*) = len(years_)
),

question_means as (
    select m.*, 1.0 / count(*) over (partition by m.cell, m.part) as share
    from every_mean as m
    where not common_ or (m.cell, m.question) in (
        select (n.cell, c.question)
        from common_questions as c
        join cells as n on n.scope = c.scope and n.domain = c.domain
    )
),

-- What each person's answers do to each estimate; a composite's influence is the sum of its
-- questions', so that covariances count.
question_influence as (
    select a.person, a.cell, a.stratum, a.weight, a.question, a.part,
        a.weight * (a.raw - m.raw) / m.weight as raw_z,
        a.weight * (a.scaled - m.estimate) / m.weight as z,
        z * m.share as share_z
    from answers as a
    join question_means as m using (cell, question, part)
),

parts as (
    select distinct part, component, dimension_number(dimension) as dimension from questions
),

sub_influence as (
    select person, cell, stratum, weight, part, sum(share_z) as z
    from question_influence
    group by person, cell, stratum, weight, part
),

dimension_influence as (
    select person, cell, stratum, weight, d.dimension, sum(z) as z
    from sub_influence
    join parts as d using (part)
    group by person, cell, stratum, weight, d.dimension
),

total_influence as (
    select person, cell, stratum, weight, sum(z) as z
    from dimension_influence
    group by person, cell, stratum, weight
),

influence_by_stratum as (
    select cell, stratum, 'question' as level, question as number,
        count(*) as respondents, sum(weight) as w, sum(weight * weight) as ww,
        sum(z) as z, sum(z * z) as zz, sum(raw_z) as raw_z, sum(raw_z * raw_z) as raw_zz
    from question_influence
    group by cell, stratum, question
    union all
    select cell, stratum, 'sub_dimension', part, count(*), sum(weight), sum(weight * weight),
        sum(z), sum(z * z), null, null
    from sub_influence
    group by cell, stratum, part
    union all
    select cell, stratum, 'dimension', dimension, count(*), sum(weight), sum(weight * weight),
        sum(z), sum(z * z), null, null
    from dimension_influence
    group by cell, stratum, dimension
    union all
    select cell, stratum, 'total', 0, count(*), sum(weight), sum(weight * weight),
        sum(z), sum(z * z), null, null
    from total_influence
    group by cell, stratum
),

errors as (
    select
        s.cell,
        s.level,
        s.number,
        sum(s.respondents)::integer as respondents,
        (sum(s.respondents) - count(*))::integer as df,
        sum(s.w) * sum(s.w) / sum(s.ww) as effective_n,
        sqrt(greatest(0, sum(stratum_variance(t.n, t.unsampled, s.z, s.zz)))) as std_error,
        sqrt(greatest(0, sum(stratum_variance(t.n, t.unsampled, s.raw_z, s.raw_zz)))) as raw_error
    from influence_by_stratum as s
    join strata as t using (stratum)
    group by s.cell, s.level, s.number
),

-- Every component of the year in every cell: one with a missing part is missing, never a
-- partial sum.
sub_dimensions as (
    select c.cell, t.component, t.dimension, any_value(p.part) as part,
        any_value(t.high - t.low) as width, avg(m.estimate) as estimate
    from cells as c
    join scale as t on t.year = c.year
    left join parts as p on p.component = t.component
    left join question_means as m on m.cell = c.cell and m.part = p.part
    group by c.cell, t.component, t.dimension
),

dimensions as (
    select cell, dimension,
        case when count(estimate) = count(*) then sum(estimate) end as estimate
    from sub_dimensions
    group by cell, dimension
),

asked as (
    select s.scope, q.year, q.question, q.code, max(q.high - q.low) as raw_width,
        max(q.scale_high - q.scale_low) as width
    from questions as q
    join scopes as s on s.unit = q.unit
    group by s.scope, q.year, q.question, q.code
),

estimates as (
    select cell, 'total' as level, 'PAPI' as component, 72.0 as width,
        case when count(estimate) = count(*) then sum(estimate) end as estimate,
        0 as number, false as is_raw
    from dimensions
    group by cell
    union all
    select cell, 'dimension', dimension, 9.0, estimate, dimension_number(dimension), false
    from dimensions
    union all
    select cell, 'sub_dimension', component, width, estimate, part, false
    from sub_dimensions
    union all
    select c.cell, l.level, q.code, if(l.is_raw, q.raw_width, q.width),
        if(l.is_raw, m.raw, m.estimate), q.question, l.is_raw
    from cells as c
    join asked as q on q.scope = c.scope and q.year = c.year
    cross join (values ('question', false), ('question_raw', true)) as l (level, is_raw)
    left join question_means as m on m.cell = c.cell and m.question = q.question
),

judged as (
    select
        e.cell,
        e.level,
        e.component,
        e.estimate,
        e.width,
        coalesce(r.respondents, 0) as respondents,
        coalesce(r.df, 0) as df,
        r.effective_n,
        case when e.estimate is not null and r.df >= 1
            then if(e.is_raw, r.raw_error, r.std_error) end as error,
        t_quantile(case when error is not null then r.df end) * error as half_width
    from estimates as e
    left join errors as r
        on r.cell = e.cell and r.number = e.number
        and r.level = if(e.is_raw, 'question', e.level)
)

select
    c.scope,
    c.year,
    c.domain,
    j.level,
    j.component,
    j.estimate,
    j.error as std_error,
    j.estimate - j.half_width as ci_low,
    j.estimate + j.half_width as ci_high,
    j.respondents,
    j.df,
    j.effective_n,
    case
        when j.estimate is null then 'missing'
        when j.respondents < 10 then 'hidden_n'
        when j.df < 1 then 'hidden_no_se'
        when j.respondents < 30 or round(j.effective_n, 9) < 30 or j.df < 8
            or round(2 * j.half_width - 0.3 * j.width, 9) > 0
            then 'caution'
        else 'ok'
    end as status
from judged as j
join cells as c using (cell);

create or replace macro is_hidden(status) as starts_with(status, 'hidden');

-- Where a component stands in a list: the tree's order, then questions by their code.
create or replace macro level_order(level) as list_position(
    ['total', 'dimension', 'sub_dimension', 'question', 'question_raw'], level
);
