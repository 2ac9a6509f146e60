-- Which villages communication has reached: activities held in a village, and those for its whole commune.
-- grain: one row per village
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the plan's year
-- param: period VARCHAR optional: 2023-H1 or 2023-Y (the whole year)
-- param: as_of DATE optional: the date looked at (today, at the latest the period's end)
with
own as (
    select p.village, count(distinct p.activity_id) as own, max(p.held_on) as last_own
    from activity_place($unit, $year::integer, $period, $as_of::date) as p
    where p.kind = 'Truyền thông' and p.span = 'counted'
    group by p.village
),

shared as (
    select a.unit, count(*) as whole, max(a.held_on) as last_whole
    from logged_activity($unit, $year::integer, $period, $as_of::date) as a
    where a.kind = 'Truyền thông' and a.span = 'counted' and a.whole_unit
    group by a.unit
)

select
    v.name as village,
    coalesce(o.own, 0) as own,
    coalesce(s.whole, 0) as whole,
    o.last_own,
    s.last_whole,
    u.shown as unit,
    v.unit_id as village_id
from current_unit as v
join unit_below as b on b.unit = v.parent_id and b.ancestor = $unit
join shown_unit as u on u.unit_id = v.parent_id
left join own as o on o.village = v.unit_id
left join shared as s on s.unit = v.parent_id
where v.level = 'village'
order by in_order(u.shown) collate vi, in_order(v.name) collate vi, v.unit_id
