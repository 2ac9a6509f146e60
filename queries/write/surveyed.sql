-- Every commune and year that has respondents.
select distinct unit, year from current_respondent order by unit, year
