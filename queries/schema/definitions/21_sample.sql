-- The sample behind a score: who was asked, in which village, for how many adults, and what they
-- answered. The steps of component_estimates (24_scores.sql) up to the answers.
--
-- A step reads the steps before it by their names: forms_ is the name of a table, or of a part
-- of the statement (with ...), that has the columns of survey_forms. So each can be asked alone,
-- and none may call a part of its own by a step's name.

-- The communes of each unit asked for: itself, or all below it.
-- grain: one row per scope (a unit of the list) and commune
create or replace macro survey_scopes(units_) as table
select ancestor as scope, unit
from unit_below
where list_contains(units_, ancestor);

-- Everybody who was surveyed: the full sample, whatever the domain.
-- grain: one row per scope and respondent
create or replace macro survey_forms(scopes_, years_) as table
select s.scope, r.year, r.unit, r.written_unit, r.village, r.form, r.import_id, r.sex, r.age
from current_respondent as r
join query_table(scopes_) as s on s.unit = r.unit
where list_contains(years_, r.year);

-- Villages by number, with the adults that each of their respondents stands for (weight) and the
-- part of the adults that was not asked. Where any village of a scope and year has no adults, all
-- weigh the same and nothing is finite.
--   n        its respondents; of the scope and year there are sample_size
--   whole    the cell (see cell_members) of its scope and year, below 0
-- grain: one row per scope, year and village (a stratum)
create or replace macro survey_strata(forms_) as table
select
    *,
    if(has_adults, adults / n, 1.0) as weight,
    if(has_adults, 1 - n / adults, 1.0) as unsampled,
    sum(n) over (partition by scope, year)::double as sample_size
from (
    select
        v.*,
        p.adults,
        bool_and(p.adults is not null) over (partition by v.scope, v.year) as has_adults,
        row_number() over (order by v.scope, v.year, v.unit, v.village)::integer as stratum,
        -rank() over (order by v.scope, v.year)::integer as whole
    from (
        select scope, year, unit, village, count(*) as n
        from query_table(forms_)
        group by scope, year, unit, village
    ) as v
    left join current_population as p using (unit, year, village)
);

-- The cells that a village counts in, a cell being one scope, year and domain: the whole of its
-- scope (domain '') and, where split, itself, which has its number.
-- grain: one row per cell and stratum
create or replace macro cell_members(strata_, split_) as table
select whole as cell, '' as domain, scope, year, stratum
from query_table(strata_)
union all
select stratum, village, scope, year, stratum
from query_table(strata_)
where split_;

-- grain: one row per cell
create or replace macro score_cells(members_) as table
select distinct cell, scope, year, domain
from query_table(members_);

-- The valid answers of the domain: NULL takes in all villages, sexes or ages.
-- grain: one row per respondent (person, by number) and question answered
create or replace macro domain_answers(
    forms_, strata_, villages_, sex_, age_from_, age_to_
) as table
select p.person, p.stratum, a.question as code, a.value
from (
    select row_number() over ()::integer as person, t.stratum,
        f.written_unit as unit, f.year, f.form, f.import_id
    from query_table(forms_) as f
    join query_table(strata_) as t using (scope, year, unit, village)
    where coalesce(list_contains(villages_, f.village), true)
        and (sex_ is null or f.sex = sex_)
        and (age_from_ is null or f.age >= age_from_)
        and (age_to_ is null or f.age <= age_to_)
) as p
join answer as a
    on a.import_id = p.import_id and a.unit = p.unit and a.year = p.year and a.form = p.form
where a.value is not null;
