-- The units that have data: what the dashboard can show of each.
-- grain: one row per unit above the villages that has a survey, tasks or activities below it
with
surveys as (select unit, list(distinct year order by year) as years from current_respondent group by unit),
plans as (select unit, list(distinct year order by year) as years from current_task group by unit),
logs as (select unit, list(distinct year order by year) as years from current_activity group by unit),

simulated as (
    select distinct joined_place(s.unit) as unit
    from import_scope as s
    join standing_import as i using (import_id)
    where i.simulated
)

select
    u.unit_id,
    n.shown as unit,
    u.level,
    parent.name as parent,
    list_sort(list_distinct(flatten(list(coalesce(s.years, []))))) as survey_years,
    list_sort(list_distinct(flatten(list(coalesce(p.years, []))))) as plan_years,
    bool_or(m.unit is not null) as is_simulated,
    count(distinct coalesce(s.unit, p.unit, l.unit)) as communes,
    min(province.name) as province,
    u.name,
    list_sort(list_distinct(flatten(list(coalesce(l.years, []))))) as activity_years,
    u.parent_id,
    u.valid_to,
    u.successor
from unit_below as b
join current_unit as u on u.unit_id = b.ancestor
join shown_unit as n on n.unit_id = b.ancestor
left join surveys as s on s.unit = b.unit
left join plans as p on p.unit = b.unit
left join logs as l on l.unit = b.unit
left join simulated as m on m.unit = b.unit
left join current_unit as parent on parent.unit_id = u.parent_id
left join (
    select below.unit, top.name
    from unit_below as below
    join current_unit as top on top.unit_id = below.ancestor and top.level = 'province'
) as province on province.unit = u.unit_id
where s.unit is not null or p.unit is not null or l.unit is not null
group by u.unit_id, n.shown, u.name, u.level, u.parent_id, u.valid_to, u.successor, parent.name
-- The first opens first: an office's own data come before the sample's.
order by
    is_simulated,
    list_position(['commune', 'district', 'province'], u.level),
    in_order(n.shown) collate vi,
    u.unit_id
