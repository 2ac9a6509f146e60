-- Forget the stored scores of a unit and year.
-- param: unit VARCHAR required: unit_id
-- param: year INTEGER required: the survey's year
delete from score where unit = $unit and year = $year::integer
