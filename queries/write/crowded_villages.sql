-- Villages with more respondents than adults in a year.
select v.name, r.year, count(*) as forms, p.adults
from current_respondent as r
join current_population as p on p.unit = r.unit and p.village = r.village and p.year = r.year
join unit as v on v.unit_id = r.village
group by r.village, v.name, r.year, p.adults
having count(*) > p.adults
order by v.name, r.year
