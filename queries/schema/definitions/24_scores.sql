-- The score of every component with its standard error: the steps of 21 to 23 put together.

-- Every question and component of the year in every cell. A sub-dimension is the mean of its
-- questions; a dimension and the total are sums: one with a missing part is missing, never a
-- partial sum.
-- grain: one row per cell, level and component
create or replace macro composite_estimates(asked_, means_, tree_, cells_) as table
with
question_estimates as (
    select c.cell, q.node, q.part, q.level, q.code, q.width, m.estimate,
        md5_number_lower(q.code || ' ' || q.content) as content
    from query_table(cells_) as c
    join query_table(asked_) as q on q.scope = c.scope and q.year = c.year
    left join query_table(means_) as m on m.cell = c.cell and m.node = q.node
),

sub_dimensions as (
    select c.cell, t.node, t.dimension_node, t.dimension, t.component,
        any_value(t.high - t.low) as width,
        exact_sum(q.estimate) / count(q.estimate) as estimate,
        md5_number_lower(concat_ws(' ', t.component, bit_xor(q.content))) as content
    from query_table(cells_) as c
    join query_table(tree_) as t on t.year = c.year
    left join question_estimates as q
        on q.cell = c.cell and q.part = t.node and q.level = 'question'
    group by c.cell, t.node, t.dimension_node, t.dimension, t.component
)

select
    cell,
    coalesce(node, dimension_node, 0) as node,
    case grouping(node, dimension_node)
        when 0 then 'sub_dimension' when 2 then 'dimension' else 'total'
    end as level,
    coalesce(component, dimension, 'PAPI') as component,
    if(level = 'total', 72.0, exact_sum(width)) as width,
    case when count(estimate) = count(*) then exact_sum(estimate) end as estimate,
    bit_xor(content) as content
from sub_dimensions
group by grouping sets (
    (cell, dimension_node, dimension, node, component), (cell, dimension_node, dimension), (cell)
)
union all
select cell, node, level, code, width, estimate, content
from question_estimates;

-- Estimates with their errors and half the width of their interval; none below one df.
-- grain: as composite_estimates
create or replace macro estimates_with_errors(estimates_, errors_) as table
select
    e.*,
    coalesce(r.respondents, 0) as respondents,
    coalesce(r.df, 0) as df,
    r.effective_n,
    case when e.estimate is not null and r.df >= 1 then r.std_error end as std_error,
    t_limit(round(1 - h.confidence, 9), case when e.estimate is not null and r.df >= 1 then r.df end)
    * r.std_error as half_width
from query_table(estimates_) as e
cross join threshold as h
left join query_table(errors_) as r using (cell, node);

-- The score of every component with its standard error, for one domain or its villages as well.
--   units_     unit_ids; each takes all surveyed communes at or below it
--   years_     years of the survey
--   villages_  unit_ids of villages, NULL for all; sex_, age_from_, age_to_ likewise
--   common_    true: only questions asked in every year with the same text, and answered in each
--   split_     true: beside the whole ('') each village as a domain of its own
-- A domain keeps the full sample's weights (adults / respondents of the village that year) and
-- its design.
--
-- Answers are read once: a village's sums by question give every mean and a question's error,
-- a respondent's sums of influences the errors of composites. What follows is small.
-- grain: one row per scope, year, domain, level and component
create or replace macro component_estimates(
    units_, years_, villages_, sex_, age_from_, age_to_, common_, split_
) as table
with
scopes as (from survey_scopes(units_)),
tree as (from index_tree(years_)),
forms as (from survey_forms('scopes', years_)),
strata as (from survey_strata('forms')),
members as (from cell_members('strata', split_)),
cells as (from score_cells('members')),
answers as (from domain_answers('forms', 'strata', villages_, sex_, age_from_, age_to_)),
questions as (from scaled_questions('scopes', 'tree', years_)),
asked as (from asked_questions('scopes', 'questions')),
-- Materialized: joined another way, each village meets the questions of all communes.
said as materialized (from village_answers('answers', 'strata')),
of_villages as (from village_means('said', 'questions', 'members')),
every_mean as (from question_means('of_villages')),
means as (
    from shared_means('every_mean', common_, years_, 'scopes', 'questions', 'cells')
),
influences as (from question_influences('of_villages', 'means')),
composites as (from composite_influences('answers', 'influences', split_)),
by_village as (from village_influences('influences', 'composites', 'members')),
errors as (from standard_errors('by_village', 'strata')),
estimates as (from composite_estimates('asked', 'means', 'tree', 'cells')),
judged as (from estimates_with_errors('estimates', 'errors'))

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
        when j.respondents < h.min_shown then 'hidden_n'
        when j.df < 1 then 'hidden_no_se'
        when least(j.respondents, round(j.effective_n, 9)) < h.caution_respondents
            or j.df < h.caution_df
            or round(2 * j.half_width - h.caution_width * j.width, 9) > 0
            then 'caution'
        else 'ok'
    end as status,
    j.content
from judged as j
join cells as c using (cell)
cross join threshold as h;
