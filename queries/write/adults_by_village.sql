-- Adults of each village of a unit in a year.
-- param: unit VARCHAR required: unit_id
-- param: year INTEGER required: the year
select village, adults from current_population where unit = $unit and year = $year::integer
