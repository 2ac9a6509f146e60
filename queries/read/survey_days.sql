-- When a survey's people were interviewed; empty dates where the files hold none.
-- grain: one row
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the survey's year
select
    min(r.interviewed_on) as first_interview,
    max(r.interviewed_on) as last_interview,
    count(*)::integer as respondents
from current_respondent as r
join unit_below as b on b.unit = r.unit
where b.ancestor = $unit and r.year = $year::integer
