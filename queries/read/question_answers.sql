-- How often each answer to one question was given, and why others are missing.
-- grain: one row per answer, and one per reason of a missing one
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the survey's year
-- param: question VARCHAR required: the question's code in the questionnaire
-- param: village VARCHAR optional: of this village only
with
given as (
    select *
    from answers_of($unit, $year::integer, $question)
    where $village is null
        or list_contains(villages_named($unit, [$village]), village)
),

counted as (
    select
        value as answer,
        case when value is null then coalesce(missing, 'blank') end as missing,
        count(*)::integer as respondents,
        exact_sum(weight) as weight,
        min(scaled) as scaled
    from given
    group by 1, 2
)

select
    answer,
    missing,
    respondents,
    case when answer is not null
        then weight / (select exact_sum(weight) from counted where answer is not null)
    end as share,
    scaled
from counted
order by answer nulls last, missing
