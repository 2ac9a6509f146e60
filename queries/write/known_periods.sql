-- The periods of a year, or where it has none the first and the last that there is, as one text.
-- param: year VARCHAR required: as it was written
select coalesce(
    string_agg(period, ', ' order by period) filter (where year::varchar = $year),
    min(period) || ' … ' || max(period)
)
from period
