-- The questions that a unit's survey asks, with their range and the sub-dimension they serve.
-- grain: one row per question
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the survey's year
select
    q.code as question,
    q.component,
    arg_min(q.text, q.unit) as text,
    arg_min(q.low, q.unit) as low,
    arg_min(q.high, q.unit) as high,
    arg_min(q.reversed, q.unit) as reversed,
    arg_min(q.coding, q.unit) as coding,
    any_value(s.low) as scale_low,
    any_value(s.high) as scale_high
from current_question as q
join unit_below as b on b.unit = q.unit
join sub_dimension_scale as s on s.year = q.year and s.component = q.component
where b.ancestor = $unit and q.year = $year::integer
group by q.code, q.component
order by in_order(q.code), q.component
