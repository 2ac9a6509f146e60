-- Store the scores of one commune and year: the whole commune ('') and each village.
-- param: unit VARCHAR required: unit_id
-- param: year INTEGER required: the survey's year
insert into score
select
    $unit, $year::integer, domain, level, component, estimate, std_error, ci_low, ci_high,
    respondents, df, status
from (
    select * from component_estimates($unit, $year::integer, null::varchar[], null, null, null, null::varchar[], '')
    union all
    select * from component_estimates($unit, $year::integer, null::varchar[], null, null, null, null::varchar[], 'village')
)
