-- Forget the stored scores of communes in a year.
-- param: units VARCHAR[] required: unit_ids
-- param: year INTEGER required: the survey's year
delete from filled_score
where list_contains($units::varchar[], unit) and year = $year::integer
