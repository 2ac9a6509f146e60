-- Adults of each village of units in some years.
-- param: units VARCHAR[] required: unit_ids
-- param: years INTEGER[] required: the years
select unit, year, village, adults from current_population where unit = any($units::varchar[]) and year = any($years::integer[])
