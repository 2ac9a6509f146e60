-- Store the scores of communes and years: the whole commune ('') and each of its villages.
-- param: units VARCHAR[] required: unit_ids
-- param: years INTEGER[] required: the surveys' years
insert into filled_score
select
    scope, year, domain, level, component, estimate, std_error, ci_low, ci_high, respondents, df,
    status, case when domain = '' then content end
from component_estimates(
    $units::varchar[], $years::integer[], null::varchar[], null, null, null, false, true
)
