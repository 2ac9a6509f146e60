-- A reporting period by its name; none where there is no such period.
-- param: period VARCHAR required: 2023-H1 or 2023-Y
select period, year, starts, ends, due
from period
where upper(period) = upper(trim($period))
