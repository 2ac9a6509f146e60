-- How far chance alone may have moved a score: the third part of component_estimates
-- (21_sample.sql says how its steps are asked). Villages are strata; who is outside the domain
-- counts in their number with an influence of 0.

-- What one village adds to a variance: n respondents, the part of the adults not asked, and the
-- sums of influences and of their squares. One respondent alone is centred at 0 (docs/method.md).
create or replace macro stratum_variance(n, unsampled, z, zz) as unsampled
* case when n = 1 then zz else n / (n - 1) * (zz - z * z / n) end;

-- What the answers of a village do to a question's mean: an answer's influence is
-- factor * (intercept + slope * answer - estimate); a share of it goes to the sub-dimension.
-- Influences are those on the mean times sample_size: numbers near 1, however many were asked.
-- z and zz: the village's sums of influences and of their squares.
-- grain: as village_means
create or replace macro question_influences(village_means_, means_) as table
select
    a.*,
    m.estimate,
    m.share,
    a.weight * a.sample_size / m.weight as factor,
    a.mean - m.estimate as difference,
    factor * a.respondents * difference as z,
    factor * factor * a.respondents * (a.variance + difference * difference) as zz
from query_table(village_means_) as a
join query_table(means_) as m using (cell, node);

-- A composite's influence is the sum of its questions', so that covariances count: of each
-- respondent, in the whole (z) and, where split, in their own village (own_z).
-- grain: one row per respondent and component (node; 0 is PAPI) above the questions; none for a
-- sub-dimension of which one question alone is asked
create or replace macro composite_influences(answers_, question_influences_, split_) as table
with
-- what to do with an answer: of the whole there is one row, and of the village's own
coefficient as (
    select
        stratum,
        code,
        unnest(if(is_alone, [dimension_node], [dimension_node, part])) as node,
        unnest(if(is_alone, [true], [true, false])) as is_dimension,
        any_value(share * factor * slope) filter (cell < 0) as slope,
        any_value(share * factor * (intercept - estimate)) filter (cell < 0) as shift,
        any_value(share * factor * slope) filter (cell > 0) as own_slope,
        any_value(share * factor * (intercept - estimate)) filter (cell > 0) as own_shift
    from query_table(question_influences_)
    where level = 'question'
    group by stratum, code, part, dimension_node, is_alone
),

part_influence as (
    select a.person, q.node, q.is_dimension, any_value(a.stratum) as stratum,
        sum(on_grid(q.slope * a.value + q.shift)) as z,
        sum(case when split_ then on_grid(q.own_slope * a.value + q.own_shift) end) as own_z
    from query_table(answers_) as a
    -- From one list: the planner takes its rows for few and looks them up for each answer. What
    -- it guesses of them else turns the join round, which takes four times as long.
    join (
        select unnest(list(coefficient), max_depth := 2)
        from coefficient
    ) as q using (stratum, code)
    group by a.person, q.node, q.is_dimension
)

select node, stratum, z, own_z
from part_influence
union all
select 0, any_value(stratum), sum(z), sum(own_z)
from part_influence
where is_dimension
group by person;

-- The influences on every component summed by village.
-- grain: one row per cell, stratum and component or question
create or replace macro village_influences(
    question_influences_, composite_influences_, members_
) as table
select cell, stratum, node, respondents, z, zz
from query_table(question_influences_)
union all
select cell, stratum, part, respondents, share * z, share * share * zz
from query_table(question_influences_)
where is_alone
union all
select m.cell, i.stratum, i.node, i.respondents, if(m.cell < 0, i.z, i.own_z),
    if(m.cell < 0, i.zz, i.own_zz)
from (
    select stratum, node, count(*) as respondents, exact_sum(z) as z, exact_sum(z * z) as zz,
        exact_sum(own_z) as own_z, exact_sum(own_z * own_z) as own_zz
    from query_table(composite_influences_)
    group by stratum, node
) as i
join query_table(members_) as m using (stratum);

-- The standard error with what it rests on; effective_n is Kish's number of equal weights.
-- grain: one row per cell and component or question that somebody answered
create or replace macro standard_errors(village_influences_, strata_) as table
select
    i.cell,
    i.node,
    sum(i.respondents)::integer as respondents,
    (sum(i.respondents) - count(*))::integer as df,
    pow(exact_sum(t.weight * i.respondents), 2) / exact_sum(t.weight * t.weight * i.respondents)
        as effective_n,
    sqrt(greatest(0, exact_sum(stratum_variance(t.n, t.unsampled, i.z, i.zz))))
    / any_value(t.sample_size) as std_error
from query_table(village_influences_) as i
join query_table(strata_) as t using (stratum)
group by i.cell, i.node;
