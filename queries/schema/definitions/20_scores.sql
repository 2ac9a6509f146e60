-- The index tree of each year: every sub-dimension with its dimension, and the scale that
-- makes a dimension run from 1 to 10 (DESIGN 2: lo = 1/k, hi = 10/k).
create or replace view scale as
with part as (
    select y.year, s.code as component, s.parent as dimension
    from (select unnest(range(2011, 2101))::integer as year) as y
    join component as s
        on s.level = 'sub_dimension' and y.year between s.first_year and s.last_year
)

select year, component, dimension, low, high
from part
join (
    select year, dimension, 1.0 / count(*) as low, 10.0 / count(*) as high
    from part
    group by year, dimension
) using (year, dimension);

-- What one village adds to a variance: n respondents, the part of the adults not asked, and the
-- sums of influences and of their squares. One respondent alone is centred at 0 (DESIGN 2).
create or replace macro stratum_variance(n, unsampled, z, zz) as unsampled
* case when n = 1 then zz else n / (n - 1) * (zz - z * z / n) end;

-- The score of every component with its standard error, for one domain or its villages as well.
--   units_     unit_ids; each takes all surveyed communes at or below it
--   years_     years of the survey
--   villages_  unit_ids of villages, NULL for all; sex_, age_from_, age_to_ likewise
--   common_    true: only questions asked in every year with the same text, and answered in each
--   split_     true: beside the whole ('') each village as a domain of its own
-- Villages are strata. A domain keeps the full sample's weights (adults / respondents of the
-- village that year) and its design: who is outside counts in n with an influence of 0.
-- Where any surveyed village has no population, all weigh the same and nothing is finite.
--
-- Answers are read once: a village's sums by question give every mean and a question's error,
-- a respondent's sums of influences the errors of composites. What follows is small.
create or replace macro component_estimates(
    units_, years_, villages_, sex_, age_from_, age_to_, common_, split_
) as table
with
scopes as (
    select ancestor as scope, unit from unit_below where list_contains(units_, ancestor)
),

tree as (
    select t.*, s.position as node, d.position as dimension_node
    from scale as t
    join component as s on s.code = t.component
    join component as d on d.code = t.dimension
    where list_contains(years_, t.year)
),

forms as (
    select s.scope, r.year, r.unit, r.village, r.form, r.import_id, r.sex, r.age
    from current_respondent as r
    join scopes as s on s.unit = r.unit
    where list_contains(years_, r.year)
),

-- Villages by number, and the cells they are in (a cell: one scope, year and domain): their
-- scope's whole, below 0, and where split their own, which has their number.
strata as (
    select
        *,
        if(has_adults, adults / n, 1.0) as weight,
        if(has_adults, 1 - n / adults, 1.0) as unsampled
    from (
        select
            v.*,
            p.adults,
            bool_and(p.adults is not null) over (partition by v.scope, v.year) as has_adults,
            row_number() over (order by v.scope, v.year)::integer as stratum,
            -rank() over (order by v.scope, v.year)::integer as whole
        from (
            select scope, year, unit, village, count(*) as n
            from forms
            group by scope, year, unit, village
        ) as v
        left join current_population as p using (unit, year, village)
    )
),

members as (
    select whole as cell, '' as domain, * from strata
    union all
    select stratum, village, * from strata where split_
),

cells as (select distinct cell, scope, year, domain from members),

answers as (
    select p.person, p.stratum, a.question as code, a.value
    from (
        select row_number() over ()::integer as person, t.stratum,
            f.unit, f.year, f.form, f.import_id
        from forms as f
        join strata as t using (scope, year, unit, village)
        where coalesce(list_contains(villages_, f.village), true)
            and (sex_ is null or f.sex = sex_)
            and (age_from_ is null or f.age >= age_from_)
            and (age_to_ is null or f.age <= age_to_)
    ) as p
    join answer as a
        on a.import_id = p.import_id and a.unit = p.unit and a.year = p.year and a.form = p.form
    where a.value is not null
),

scope_questions as (
    select *
    from current_question
    where list_contains(years_, year) and unit in (select unit from scopes)
),

-- Each question twice: on its component's scale and as asked. score = intercept + slope * answer
-- is_alone: all that its commune asks of the sub-dimension, so that its sums will do for both.
questions as (
    select
        q.unit,
        q.year,
        q.code,
        fold(q.text) as text,
        l.level,
        t.node as part,
        t.dimension_node,
        p.questions = 1 and not l.is_raw as is_alone,
        -dense_rank() over (order by q.code, q.component, l.level)::integer as node,
        if(l.is_raw, q.high - q.low, t.high - t.low) as width,
        if(l.is_raw, 1, if(q.reversed, -1, 1) * (t.high - t.low) / (q.high - q.low)) as slope,
        if(l.is_raw, 0, if(q.reversed, t.high, t.low) - slope * q.low) as intercept
    from scope_questions as q
    join tree as t on t.year = q.year and t.component = q.component
    join (
        select unit, year, component, count(*) as questions
        from scope_questions
        group by unit, year, component
    ) as p on p.unit = q.unit and p.year = q.year and p.component = q.component
    cross join (values ('question', false), ('question_raw', true)) as l (level, is_raw)
),

-- content is the same where the same is asked.
asked as (
    select s.scope, q.year, q.node, q.part, q.level, q.code, max(q.width) as width,
        bit_xor(distinct hash(q.text)) as content
    from questions as q
    join scopes as s on s.unit = q.unit
    group by s.scope, q.year, q.node, q.part, q.level, q.code
),

-- Materialized: joined another way, each village meets the questions of all communes.
sums as materialized (
    select a.*, t.unit, t.year, t.weight
    from (
        select stratum, code, count(*) as respondents, avg(value) as mean,
            var_pop(value) as variance
        from answers
        group by stratum, code
    ) as a
    join strata as t using (stratum)
),

answered as (
    select
        m.cell,
        s.stratum,
        s.code,
        s.weight,
        s.respondents,
        q.node,
        q.part,
        q.dimension_node,
        q.level,
        q.is_alone,
        q.slope,
        q.intercept,
        q.intercept + q.slope * s.mean as mean,
        q.slope * q.slope * s.variance as variance
    from sums as s
    join questions as q using (unit, year, code)
    join members as m using (stratum)
),

every_mean as (
    select cell, node, part, level, sum(weight * respondents) as weight,
        sum(weight * respondents * mean) / sum(weight * respondents) as estimate
    from answered
    group by cell, node, part, level
),

-- On common ground only: asked with the same text, and answered in this domain, every year.
common_questions as (
    select c.scope, c.domain, m.node
    from (select * from cells where common_) as c
    join every_mean as m using (cell)
    join (
        select distinct s.scope, q.year, q.node, q.text
        from questions as q
        join scopes as s on s.unit = q.unit
    ) as q on q.scope = c.scope and q.year = c.year and q.node = m.node
    group by c.scope, c.domain, m.node, q.text
    having count(*) = len(years_)
),

kept_means as (
    select *
    from every_mean
    where not common_ or (cell, node) in (
        select (n.cell, c.node)
        from common_questions as c
        join cells as n on n.scope = c.scope and n.domain = c.domain
    )
),

question_means as (
    select m.*, 1 / p.questions as share
    from kept_means as m
    join (
        select cell, part, level, count(*) as questions from kept_means group by cell, part, level
    ) as p on p.cell = m.cell and p.part = m.part and p.level = m.level
),

-- What answers do to the estimates: z = factor * (intercept + slope * answer - estimate); a
-- share of that to the sub-dimension's.
question_influence as (
    select
        a.*,
        m.estimate,
        m.share,
        a.weight / m.weight as factor,
        a.mean - m.estimate as difference,
        factor * a.respondents * difference as z,
        factor * factor * a.respondents * (a.variance + difference * difference) as zz
    from answered as a
    join question_means as m using (cell, node)
),

-- A composite's influence is the sum of its questions', so that covariances count: of each
-- respondent, in the whole (z) and in their own village (own_z).
part_influence as (
    select a.person, q.node, any_value(a.stratum) as stratum,
        sum(q.slope * a.value + q.shift) as z,
        sum(q.own_slope * a.value + q.own_shift) as own_z
    from answers as a
    join (
        select
            stratum,
            code,
            unnest(if(is_alone, [dimension_node], [dimension_node, part])) as node,
            sum(share * factor * slope) filter (cell < 0) as slope,
            sum(share * factor * (intercept - estimate)) filter (cell < 0) as shift,
            sum(share * factor * slope) filter (cell > 0) as own_slope,
            sum(share * factor * (intercept - estimate)) filter (cell > 0) as own_shift
        from question_influence
        where level = 'question'
        group by stratum, code, part, dimension_node, is_alone
    ) as q using (stratum, code)
    group by a.person, q.node
),

composite_influence as (
    select node, stratum, z, own_z from part_influence
    union all
    select 0, any_value(stratum), sum(z), sum(own_z)
    from part_influence
    where node in (select dimension_node from tree)
    group by person
),

influence_by_stratum as (
    select cell, stratum, node, respondents, z, zz from question_influence
    union all
    select cell, stratum, part, respondents, share * z, share * share * zz
    from question_influence
    where is_alone
    union all
    select m.cell, i.stratum, i.node, i.respondents, if(m.cell < 0, i.z, i.own_z),
        if(m.cell < 0, i.zz, i.own_zz)
    from (
        select stratum, node, count(*) as respondents, sum(z) as z, sum(z * z) as zz,
            sum(own_z) as own_z, sum(own_z * own_z) as own_zz
        from composite_influence
        group by stratum, node
    ) as i
    join members as m using (stratum)
),

errors as (
    select
        i.cell,
        i.node,
        sum(i.respondents)::integer as respondents,
        (sum(i.respondents) - count(*))::integer as df,
        pow(sum(t.weight * i.respondents), 2) / sum(t.weight * t.weight * i.respondents)
            as effective_n,
        sqrt(greatest(0, sum(stratum_variance(t.n, t.unsampled, i.z, i.zz)))) as std_error
    from influence_by_stratum as i
    join strata as t using (stratum)
    group by i.cell, i.node
),

question_estimates as (
    select c.cell, q.node, q.part, q.level, q.code, q.width, m.estimate,
        hash(q.code, q.content) as content
    from cells as c
    join asked as q on q.scope = c.scope and q.year = c.year
    left join question_means as m on m.cell = c.cell and m.node = q.node
),

sub_dimensions as (
    select c.cell, t.node, t.dimension_node, t.dimension, t.component,
        any_value(t.high - t.low) as width, avg(q.estimate) as estimate,
        hash(t.component, bit_xor(q.content)) as content
    from cells as c
    join tree as t on t.year = c.year
    left join question_estimates as q
        on q.cell = c.cell and q.part = t.node and q.level = 'question'
    group by c.cell, t.node, t.dimension_node, t.dimension, t.component
),

-- Every component of the year in every cell: one with a missing part is missing, never a
-- partial sum.
estimates as (
    select
        cell,
        coalesce(node, dimension_node, 0) as node,
        case grouping(node, dimension_node)
            when 0 then 'sub_dimension' when 2 then 'dimension' else 'total'
        end as level,
        coalesce(component, dimension, 'PAPI') as component,
        if(level = 'total', 72.0, sum(width)) as width,
        case when count(estimate) = count(*) then sum(estimate) end as estimate,
        bit_xor(content) as content
    from sub_dimensions
    group by grouping sets (
        (cell, dimension_node, dimension, node, component), (cell, dimension_node, dimension), (cell)
    )
    union all
    select cell, node, level, code, width, estimate, content from question_estimates
),

judged as (
    select
        e.*,
        coalesce(r.respondents, 0) as respondents,
        coalesce(r.df, 0) as df,
        r.effective_n,
        case when e.estimate is not null and r.df >= 1 then r.std_error end as std_error,
        t_limit(0.05, case when e.estimate is not null and r.df >= 1 then r.df end) * r.std_error
            as half_width
    from estimates as e
    left join errors as r using (cell, node)
)

select
    c.scope,
    c.year,
    c.domain,
    j.level,
    j.component,
    j.estimate,
    j.std_error,
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
    end as status,
    j.content
from judged as j
join cells as c using (cell);

create or replace macro is_hidden(status) as starts_with(status, 'hidden');

-- Where a component stands in a list: the tree's order, then questions by their code.
create or replace macro level_order(level) as list_position(
    ['total', 'dimension', 'sub_dimension', 'question', 'question_raw'], level
);
