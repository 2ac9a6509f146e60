-- The reporting periods of a plan's year and when each report is due.
-- grain: one row per period
-- param: year INTEGER required: the plan's year
select period, starts, ends, due
from period
where year = $year::integer
order by ends desc
