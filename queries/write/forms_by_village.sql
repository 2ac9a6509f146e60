-- The forms of each village of a unit in a year.
-- param: unit VARCHAR required: unit_id
-- param: year INTEGER required: the year
select form, village from current_respondent where unit = $unit and year = $year::integer
