-- Every name that a clerk may join to another or part from it: units and villages by their id,
-- officials by their name in a unit. times: in how many rows of standing imports it is written.
create or replace view known_name as
with
places as (
    select
        if(u.level = 'village', 'village', 'unit') as kind,
        u.unit_id as name,
        u.name as label,
        u.level,
        if(u.level = 'village', coalesce(u.parent_id, ''), '') as unit_id,
        u.parent_id,
        u.standing as target
    from every_unit as u
),

written as (
    select r.village as name, count(*) as times
    from respondent as r
    join standing_import using (import_id)
    group by r.village
    union all
    select v.village, count(*)
    from task_village as v
    join standing_import using (import_id)
    group by v.village
    union all
    select r.unit, count(*)
    from respondent as r
    join standing_import using (import_id)
    group by r.unit
    union all
    select t.unit, count(*)
    from task as t
    join standing_import using (import_id)
    group by t.unit
),

officials as (
    select
        joined_place(p.unit) as unit_id,
        p.official as name,
        joined_official(p.unit, p.official) as target,
        count(*) as times
    from (
        select p.official, t.unit
        from task_party as p
        join (select distinct import_id, task_id, unit from task) as t using (import_id, task_id)
        join standing_import using (import_id)
        union all
        select d.official, d.unit from decision_now as d
    ) as p
    group by all
)

select
    p.kind,
    p.unit_id,
    coalesce(o.name, '') as unit,
    p.name,
    p.label,
    p.target,
    t.name as target_label,
    coalesce(a.name, '') as above,
    coalesce(w.times, 0)::integer as times
from places as p
join unit as t on t.unit_id = p.target
left join unit as o on o.unit_id = p.unit_id
left join unit as a on a.unit_id = p.parent_id
left join (select name, sum(times) as times from written group by name) as w on w.name = p.name
union all
select
    'official', o.unit_id, u.name, o.name, o.name, o.target, o.target, '', sum(o.times)::integer
from officials as o
join unit as u on u.unit_id = o.unit_id
group by o.unit_id, u.name, o.name, o.target;
