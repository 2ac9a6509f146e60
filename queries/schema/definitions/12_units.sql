-- Units and villages that stand now: what each lies in, since when, and how it is shown.

-- Each unit and village as the newest row of it says, those that were joined to another too;
-- units only named elsewhere have no such row. A row 0 is of no sheet of units: a file said what
-- a unit lies in of which no parent was known. standing: the one that it stands for.
create or replace view placed_unit as
with said as (
    select
        r.unit_id,
        arg_max(
            {
                'parent_id': r.parent_id,
                'valid_from': r.valid_from,
                'valid_to': r.valid_to,
                'successor': r.successor,
                'official': r.official
            },
            (r.import_id, r.row, r.sheet)
        ) filter (where r.row > 0) as newest,
        arg_max(r.parent_id, r.import_id) filter (where r.row = 0) as parent_id
    from unit_row as r
    join standing_import using (import_id)
    group by r.unit_id
)

select
    u.unit_id,
    u.level,
    u.name,
    coalesce(p.target, u.parent_id) as parent_id,
    u.parent_id as written_parent,
    u.newest,
    coalesce(j.target, u.unit_id) as standing
from (
    select u.unit_id, u.level, u.name, s.newest,
        coalesce(s.newest.parent_id, u.parent_id, s.parent_id) as parent_id
    from unit as u
    left join said as s using (unit_id)
) as u
left join joined_to as p on p.name = u.parent_id
left join joined_to as j on j.name = u.unit_id;

-- The same with since when it stands and who is in charge.
create or replace view every_unit as
select
    u.unit_id,
    u.level,
    u.name,
    u.parent_id,
    u.newest.valid_from,
    u.newest.valid_to,
    u.newest.successor,
    joined_official(u.written_parent, u.newest.official) as official,
    u.standing
from placed_unit as u;

-- Without those that were joined to another.
create or replace view current_unit as
select * exclude (standing)
from every_unit
where standing = unit_id;

-- Each unit above the villages with itself and every unit below it.
create or replace view unit_below as
with place as materialized (
    select unit_id, parent_id from placed_unit where standing = unit_id and level <> 'village'
)

-- Commune, district, province and one to spare: recursion would take longer than all the rest.
select
    a.unit_id as unit,
    unnest(list_distinct([a.unit_id, b.unit_id, c.unit_id, d.unit_id])) as ancestor
from place as a
left join place as b on b.unit_id = a.parent_id
left join place as c on c.unit_id = b.parent_id
left join place as d on d.unit_id = c.parent_id;

-- How each unit is shown: its name, where another of its level bears it with what it lies in,
-- and where that is not enough with its id.
create or replace view shown_unit as
with place as materialized (
    select unit_id, level, name, parent_id
    from placed_unit
    where standing = unit_id and level <> 'village'
),

told as (
    select
        u.unit_id,
        u.name,
        b.name as parent,
        concat_ws(', ', b.name, c.name) as above,
        count(*) over (partition by u.level, lower(u.name)) > 1 as is_double
    from place as u
    left join place as b on b.unit_id = u.parent_id
    left join place as c on c.unit_id = b.parent_id
)

select
    unit_id,
    case
        when not is_double then name
        when parent is not null and count(*) over (
            partition by is_double, lower(name), lower(parent)
        ) = 1 then name || ' (' || parent || ')'
        when parent is not null and count(*) over (
            partition by is_double, lower(name), lower(above)
        ) = 1 then name || ' (' || above || ')'
        else name || ' (' || unit_id || ')'
    end as shown
from told;
