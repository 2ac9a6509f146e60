-- How names are compared: as dashboard/folding.py does (a test holds the two together).

create or replace macro tidy(name) as trim(
    regexp_replace(nfc_normalize(name), '[\s\p{Z}]+', ' ', 'g')
);

create or replace macro fold(name) as strip_accents(replace(lower(tidy(name)), 'đ', 'd'));

-- The kind that a name is written with ("xa", "thon" ...), '' without one.
create or replace macro unit_kind(name) as regexp_extract(
    fold(name),
    '^(xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tp\.?|tinh|thon|lang|ap|ban|buon|xom|khu pho|khu|to dan pho)\s+\S',
    1
);

-- The name without its kind: "Xã Đức Hợp" and "đức hợp" are one unit.
create or replace macro unit_key(name) as regexp_replace(
    fold(name),
    '^(xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tp\.?|tinh|thon|lang|ap|ban|buon|xom|khu pho|khu|to dan pho)\s+(\S)',
    '\2'
);

-- May the two names be one place's? A kind that both are written with must agree.
create or replace macro is_alike(name, other) as
unit_key(name) = unit_key(other)
and (unit_kind(name) = unit_kind(other) or '' in (unit_kind(name), unit_kind(other)));

-- How near a spelling is: 3 the same, 2 but for accents and case, 1 but for the kind.
create or replace macro likeness(name, wanted) as case
    when lower(tidy(name)) = lower(tidy(wanted)) then 3
    when fold(name) = fold(wanted) then 2
    else 1
end;

create or replace macro official_key(name) as regexp_replace(
    fold(name), '^(cong chuc|can bo)\s+(\S)', '\2'
);

-- The unit above the villages that a name or unit_id stands for: the nearest spelling, a
-- commune before the levels above it. NULL when there is none, or several are as near.
create or replace macro unit_named(wanted) as (
    select case when count(*) = 1 then any_value(n.unit_id) end
    from (
        select u.unit_id
        from unit as u
        where u.level <> 'village' and (u.unit_id = wanted or is_alike(u.name, wanted))
        qualify rank() over (
            order by u.unit_id = wanted desc, likeness(u.name, wanted) desc, u.level = 'commune' desc
        ) = 1
    ) as n
);

-- The villages at or below a unit that names stand for, the nearest spelling of each name
-- in each commune; NULL for no names, an empty list for names that nobody bears.
create or replace macro villages_named(unit_, names) as case when len(names) > 0 then (
    select coalesce(list(n.unit_id), [])
    from (
        select v.unit_id
        from (select unnest(names) as wanted) as w
        join unit as v on v.level = 'village' and is_alike(v.name, w.wanted)
        where v.parent_id in (select b.unit from unit_below as b where b.ancestor = unit_)
        qualify rank() over (
            partition by w.wanted, v.parent_id order by likeness(v.name, w.wanted) desc
        ) = 1
    ) as n
) end;
