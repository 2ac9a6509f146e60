-- One closing of a period, the newest unless its number is given; none where there is none.
-- param: unit VARCHAR required: unit_id
-- param: period VARCHAR required: 2023-H1 or 2023-Y
-- param: closing INTEGER optional: its number
select closing, year, as_of, questions, fingerprint
from closing
where unit = $unit and period = $period and closing = coalesce($closing::integer, closing)
order by closing desc
limit 1
