-- The rest of a commune beside each of its villages: what a village's score is tested against.
-- Each is a cell of its own (21_sample.sql says how the steps of component_estimates are asked).

-- grain: one row per village, the cell being its number, and other village of its commune
create or replace macro rest_members(strata_) as table
select v.stratum as cell, v.village as domain, v.scope, v.year, o.stratum
from query_table(strata_) as v
join query_table(strata_) as o
    on o.scope = v.scope and o.year = v.year and o.unit = v.unit and o.stratum <> v.stratum;

-- composite_influences of any cells: there each respondent counts in two, here in many.
-- grain: one row per cell, respondent and component (node; 0 is PAPI) above the questions
create or replace macro cell_influences(answers_, question_influences_, tree_) as table
with
coefficient as (
    select
        cell,
        stratum,
        code,
        unnest(if(is_alone, [dimension_node], [dimension_node, part])) as node,
        share * factor * slope as slope,
        share * factor * (intercept - estimate) as shift
    from query_table(question_influences_)
    where level = 'question'
),

part_influence as (
    select q.cell, a.person, q.node, any_value(a.stratum) as stratum,
        sum(on_grid(q.slope * a.value + q.shift)) as z
    from query_table(answers_) as a
    join coefficient as q using (stratum, code)
    group by q.cell, a.person, q.node
)

select cell, node, stratum, z
from part_influence
union all
select cell, 0, any_value(stratum), sum(z)
from part_influence
where node in (select dimension_node from query_table(tree_))
group by cell, person;

-- The influences on every component summed by village, as village_influences has them.
-- grain: one row per cell, stratum and component or question
create or replace macro cell_sums(question_influences_, cell_influences_) as table
select cell, stratum, node, respondents, z, zz
from query_table(question_influences_)
union all
select cell, stratum, part, respondents, share * z, share * share * zz
from query_table(question_influences_)
where is_alone
union all
select cell, stratum, node, count(*), exact_sum(z), exact_sum(z * z)
from query_table(cell_influences_)
group by cell, stratum, node;

-- The score of every component in the rest of the commune beside each village (domain): the same
-- as component_estimates of all its other villages.
-- grain: one row per village, level and component
create or replace macro village_rests(unit_, year_) as table
with
scopes as (from survey_scopes([unit_])),
tree as (from index_tree([year_])),
forms as (from survey_forms('scopes', [year_])),
strata as (from survey_strata('forms')),
members as (from rest_members('strata')),
cells as (from score_cells('members')),
answers as (from domain_answers('forms', 'strata', null::varchar[], null, null, null)),
questions as (from scaled_questions('scopes', 'tree', [year_])),
asked as (from asked_questions('scopes', 'questions')),
said as materialized (from village_answers('answers', 'strata')),
of_villages as (from village_means('said', 'questions', 'members')),
every_mean as (from question_means('of_villages')),
means as (
    from shared_means('every_mean', false, [year_], 'scopes', 'questions', 'cells')
),
influences as (from question_influences('of_villages', 'means')),
composites as (from cell_influences('answers', 'influences', 'tree')),
by_village as (from cell_sums('influences', 'composites')),
errors as (from standard_errors('by_village', 'strata')),
estimates as (from composite_estimates('asked', 'means', 'tree', 'cells'))

select c.domain as village, j.level, j.component, j.estimate, j.std_error, j.df, j.respondents
from estimates_with_errors('estimates', 'errors') as j
join cells as c using (cell);
