-- The questions that a unit's survey asks, with their range and the sub-dimension they serve.
-- grain: one row per question
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the survey's year
select
    q.code as question,
    q.component,
    any_value(q.text) as text,
    any_value(q.low) as low,
    any_value(q.high) as high,
    any_value(q.reversed) as reversed,
    any_value(q.coding) as coding,
    any_value(s.low) as scale_low,
    any_value(s.high) as scale_high
from current_question as q
join unit_below as b on b.unit = q.unit
join scale as s on s.year = q.year and s.component = q.component
where b.ancestor = unit_named($unit) and q.year = $year::integer
group by q.code, q.component
order by q.code, q.component
