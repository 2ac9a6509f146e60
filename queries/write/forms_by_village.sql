-- The forms of each village of units in some years.
-- param: units VARCHAR[] required: unit_ids
-- param: years INTEGER[] required: the years
select unit, year, form, village from current_respondent where unit = any($units::varchar[]) and year = any($years::integer[])
