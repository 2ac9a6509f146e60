-- How many respondents' rows the store has of a unit in a year, newer and older ones alike.
-- grain: one row per unit and year
select unit, year, count(*) as respondents from respondent group by unit, year
