-- How one question's score comes about: each village's respondents, weight and answers.
-- grain: one row per village
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the survey's year
-- param: question VARCHAR required: the question's code in the questionnaire
select
    any_value(u.shown) as unit,
    a.village_name as village,
    any_value(a.adults) as adults,
    count(*)::integer as respondents,
    count(a.value)::integer as answered,
    (count(*) - count(a.value))::integer as missing,
    any_value(a.weight) as weight,
    bool_and(a.has_adults) as has_adults,
    exact_sum(a.value) / count(a.value) as estimate,
    coalesce(any_value(s.status), 'missing') as status
from answers_of($unit, $year::integer, $question) as a
join shown_unit as u on u.unit_id = a.unit
left join score as s
    on s.unit = a.unit and s.year = $year::integer and s.village = a.village
    and s.level = 'question' and s.component = $question
group by a.unit, a.village, a.village_name
order by in_order(any_value(u.shown)) collate vi, in_order(a.village_name) collate vi, a.unit, a.village
