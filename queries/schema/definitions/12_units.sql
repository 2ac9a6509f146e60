-- Units and villages that stand now: what each lies in, since when, and how it is shown.

-- The newest said of each unit, those that were joined to another too; units only named
-- elsewhere have no such row. A row 0 is of no sheet of units: a file said what a unit lies in
-- of which no parent was known. standing: the one that it stands for.
create or replace view every_unit as
with said as (
    select r.*
    from unit_row as r
    join standing_import using (import_id)
)

select
    u.unit_id,
    u.level,
    u.name,
    joined_place(coalesce(s.parent_id, u.parent_id, l.parent_id)) as parent_id,
    s.valid_from,
    s.valid_to,
    s.successor,
    joined_official(coalesce(s.parent_id, u.parent_id, l.parent_id), s.official) as official,
    joined_place(u.unit_id) as standing
from unit as u
left join (
    select *
    from said
    where row > 0
    qualify row_number() over (
        partition by unit_id order by (import_id, row, sheet) desc
    ) = 1
) as s using (unit_id)
left join (
    select unit_id, max_by(parent_id, import_id) as parent_id
    from said
    where row = 0
    group by unit_id
) as l using (unit_id);

-- Without those that were joined to another.
create or replace view current_unit as
select * exclude (standing)
from every_unit
where standing = unit_id;

-- Each unit above the villages with itself and every unit below it.
create or replace view unit_below as
with place as materialized (
    select unit_id, parent_id from current_unit where level <> 'village'
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
    select unit_id, level, name, parent_id from current_unit where level <> 'village'
),

namesakes as (
    select level, lower(name) as written from place group by all having count(*) > 1
),

told as (
    select
        u.unit_id,
        u.name,
        n.written is not null as is_double,
        b.name as parent,
        concat_ws(', ', b.name, c.name) as above
    from place as u
    left join namesakes as n on n.level = u.level and n.written = lower(u.name)
    left join place as b on b.unit_id = u.parent_id
    left join place as c on c.unit_id = b.parent_id
),

alike as (
    select unit_id, count(*) over (partition by lower(name), lower(parent)) as by_parent,
        count(*) over (partition by lower(name), lower(above)) as by_above
    from told
    where is_double
)

select
    t.unit_id,
    case
        when not t.is_double then t.name
        when t.parent is not null and a.by_parent = 1 then t.name || ' (' || t.parent || ')'
        when t.parent is not null and a.by_above = 1 then t.name || ' (' || t.above || ')'
        else t.name || ' (' || t.unit_id || ')'
    end as shown
from told as t
left join alike as a using (unit_id);
