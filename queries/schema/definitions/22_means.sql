-- From answers to the means of questions: the second part of component_estimates
-- (21_sample.sql says how its steps are asked).

-- Sub-dimensions with their scales; components go by number: node, dimension_node, and 0 for PAPI.
-- grain: one row per year and sub-dimension
create or replace macro index_tree(years_) as table
select t.*, s.position as node, d.position as dimension_node
from sub_dimension_scale as t
join component as s on s.code = t.component
join component as d on d.code = t.dimension
where list_contains(years_, t.year);

-- Each question twice, on its component's scale and as asked: score = intercept + slope * answer.
--   node      the question's number, below 0; part is its sub-dimension's
--   width     of its scale, highest less lowest
--   is_alone  all that its commune asks of the sub-dimension, so that its sums will do for both
-- grain: one row per commune, year, question and level
create or replace macro scaled_questions(scopes_, tree_, years_) as table
with
scope_questions as (
    select * replace (fold(text) as text)
    from current_question
    where list_contains(years_, year) and unit in (select unit from query_table(scopes_))
)

select
    q.unit,
    q.year,
    q.code,
    q.text,
    l.level,
    t.node as part,
    t.dimension_node,
    p.questions = 1 and not l.is_raw as is_alone,
    -dense_rank() over (order by q.code, q.component, l.level)::integer as node,
    if(l.is_raw, q.high - q.low, t.high - t.low) as width,
    if(l.is_raw, 1, if(q.reversed, -1, 1) * (t.high - t.low) / (q.high - q.low)) as slope,
    if(l.is_raw, 0, if(q.reversed, t.high, t.low) - slope * q.low) as intercept
from scope_questions as q
join query_table(tree_) as t on t.year = q.year and t.component = q.component
join (
    select unit, year, component, count(*) as questions
    from scope_questions
    group by unit, year, component
) as p on p.unit = q.unit and p.year = q.year and p.component = q.component
cross join (values ('question', false), ('question_raw', true)) as l (level, is_raw);

-- What each scope asks in a year; content is the same where the same is asked (md5: it is stored,
-- and the next DuckDB may have another hash).
-- grain: one row per scope, year and question on one of its scales
create or replace macro asked_questions(scopes_, questions_) as table
select s.scope, q.year, q.node, q.part, q.level, q.code, max(q.width) as width,
    bit_xor(distinct md5_number_lower(q.text)) as content
from query_table(questions_) as q
join query_table(scopes_) as s on s.unit = q.unit
group by s.scope, q.year, q.node, q.part, q.level, q.code;

-- What the respondents of each village say to a question, as asked.
-- grain: one row per stratum and question
create or replace macro village_answers(answers_, strata_) as table
select
    a.stratum,
    a.code,
    a.respondents,
    a.total / a.respondents as mean,
    -- without this, sums of equal fractions would leave a trace
    if(a.lowest = a.highest, 0, (a.squares - a.total * a.total / a.respondents) / a.respondents)
        as variance,
    t.unit,
    t.year,
    t.weight,
    t.sample_size
from (
    select stratum, code, count(*) as respondents, sum(on_grid(value)) as total,
        sum(on_grid(value * value)) as squares, min(value) as lowest, max(value) as highest
    from query_table(answers_)
    group by stratum, code
) as a
join query_table(strata_) as t using (stratum);

-- The same on both scales, in each cell that the village counts in.
-- grain: one row per cell, stratum and question on one of its scales
create or replace macro village_means(village_answers_, questions_, members_) as table
select
    m.cell,
    s.stratum,
    s.code,
    s.weight,
    s.sample_size,
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
from query_table(village_answers_) as s
join query_table(questions_) as q using (unit, year, code)
join query_table(members_) as m using (stratum);

-- The mean of every question: sum(w v y) / sum(w v), weight being the latter.
-- grain: one row per cell and question on one of its scales that somebody answered
create or replace macro question_means(village_means_) as table
select cell, node, part, level, exact_sum(weight * respondents) as weight,
    exact_sum(weight * respondents * mean) / exact_sum(weight * respondents) as estimate
from query_table(village_means_)
group by cell, node, part, level;

-- The means that count, with each question's share of its sub-dimension. On common ground
-- (common_) only what was asked with the same text, and answered in the domain, every year.
-- grain: as question_means
create or replace macro shared_means(
    means_, common_, years_, scopes_, questions_, cells_
) as table
with
common_questions as (
    select c.scope, c.domain, m.node
    from query_table(cells_) as c
    join query_table(means_) as m using (cell)
    join (
        select distinct s.scope, q.year, q.node, q.text
        from query_table(questions_) as q
        join query_table(scopes_) as s on s.unit = q.unit
    ) as q on q.scope = c.scope and q.year = c.year and q.node = m.node
    where common_
    group by c.scope, c.domain, m.node, q.text
    having count(*) = len(years_)
),

kept_means as (
    select *
    from query_table(means_)
    where not common_ or (cell, node) in (
        select (n.cell, c.node)
        from common_questions as c
        join query_table(cells_) as n on n.scope = c.scope and n.domain = c.domain
    )
)

select m.*, 1 / p.questions as share
from kept_means as m
join (
    select cell, part, level, count(*) as questions
    from kept_means
    group by cell, part, level
) as p on p.cell = m.cell and p.part = m.part and p.level = m.level;
