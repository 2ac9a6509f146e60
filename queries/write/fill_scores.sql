-- Store the scores of communes in one year: each whole ('') and each of its villages.
-- param: units VARCHAR[] required: unit_ids
-- param: year INTEGER required: the survey's year
insert into score
select
    unit, $year::integer, domain, level, component, estimate, std_error, ci_low, ci_high,
    respondents, df, status
from component_estimates(
    $units::varchar[], $year::integer, null::varchar[], null, null, null, null::varchar[], 'village'
)
