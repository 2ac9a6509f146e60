-- The units that have data: what the dashboard can show of each.
-- package_years: what signed packages of communes below tell of, for want of files. A commune that is
-- known by its package alone is no row of its own, the units above it are.
-- grain: one row per unit above the villages that has a survey, tasks, activities or packages below
with
surveys as (select unit, list(distinct year order by year) as years from current_respondent group by unit),
plans as (select unit, list(distinct year order by year) as years from current_task group by unit),
logs as (select unit, list(distinct year order by year) as years from current_activity group by unit),

packages as (
    select unit, list(distinct year order by year) as years
    from (
        select unit, year from package_only_score
        union all
        select p.unit, p.year
        from current_package_completion as p
        anti join filed_plan as f on f.unit = p.unit and f.year = p.year
    )
    group by unit
),

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
    u.successor,
    list_sort(list_distinct(flatten(list(coalesce(k.years, []))))) as package_years
from unit_below as b
join current_unit as u on u.unit_id = b.ancestor
join shown_unit as n on n.unit_id = b.ancestor
left join surveys as s on s.unit = b.unit
left join plans as p on p.unit = b.unit
left join logs as l on l.unit = b.unit
left join packages as k on k.unit = b.unit and b.ancestor <> b.unit
left join simulated as m on m.unit = b.unit
left join current_unit as parent on parent.unit_id = u.parent_id
left join (
    select below.unit, top.name
    from unit_below as below
    join current_unit as top on top.unit_id = below.ancestor and top.level = 'province'
) as province on province.unit = u.unit_id
where s.unit is not null or p.unit is not null or l.unit is not null or k.unit is not null
group by u.unit_id, n.shown, u.name, u.level, u.parent_id, u.valid_to, u.successor, parent.name
-- The first opens first: an office's own data come before the sample's.
order by
    is_simulated,
    list_position(['commune', 'district', 'province'], u.level),
    in_order(n.shown) collate vi,
    u.unit_id
