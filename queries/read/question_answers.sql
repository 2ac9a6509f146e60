-- How often each answer to one question was given, and why others are missing.
-- grain: one row per answer, and one per reason of a missing one
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the survey's year
-- param: question VARCHAR required: the question's code in the questionnaire
-- param: village VARCHAR optional: of this village only
with
given as (
    select *
    from answers_of(unit_named($unit), $year::integer, $question)
    where $village is null
        or list_contains(villages_named(unit_named($unit), [$village]), village)
)

select
    value as answer,
    case when value is null then coalesce(missing, 'blank') end as missing,
    count(*)::integer as respondents,
    case when value is not null
        then sum(weight) / sum(sum(weight) filter (where value is not null)) over ()
    end as share,
    any_value(scaled) as scaled
from given
group by value, case when value is null then coalesce(missing, 'blank') end
order by value nulls last, 2
