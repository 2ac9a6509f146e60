-- What is known of communes by their signed packages. A commune never counts twice: where the store
-- has files of a survey or a plan, its package says nothing of that survey or plan.

create or replace view standing_package as
select p.*
from (select * replace (joined_place(unit) as unit) from package) as p
join standing_import using (import_id);

-- Of a commune's packages of a period the one that holds: a closing before what was not closed,
-- then the later, then the one that was imported last.
create or replace view current_package as
select *
from standing_package
qualify row_number() over (
    partition by unit, period order by (closing is not null, made_at, closing, import_id) desc
) = 1;

-- Scores of communes as a whole that no files of that survey are there of, one row per component;
-- of several packages with that year those of the one that holds.
create or replace view package_only_score as
with scored as (
    select p.unit, s.*
    from package_score as s
    join standing_package as p using (import_id)
    qualify rank() over (
        partition by p.unit, s.year order by (p.closing is not null, p.made_at, p.closing, s.import_id) desc
    ) = 1
)

select s.*
from scored as s
anti join (select unit, year from score where village = '' and level = 'total') as r
    on r.unit = s.unit and r.year = s.year;

-- The scores of communes as a whole, of files and of packages.
create or replace view commune_score as
select unit, year, level, component, estimate, std_error, ci_low, ci_high, respondents, df, status,
    content, null as import_id
from score
where village = ''
union all
select unit, year, level, component, estimate, std_error, ci_low, ci_high, respondents, df, status,
    null, import_id
from package_only_score;

-- How far a commune has got with its tasks, as the package of the period that holds says it.
create or replace view current_package_completion as
select p.unit, p.year, p.period, p.as_of, c.*
from package_completion as c
join current_package as p using (import_id);

-- The plans that files are there of. What a meeting of the unit above decided is no plan: beside it
-- the commune's package holds.
create or replace view filed_plan as
select distinct unit, year
from current_task
where import_id > 0;
