-- How names are compared: as dashboard/folding.py does (a test holds the two together).

create or replace macro tidy(name) as trim(
    regexp_replace(nfc_normalize(name), '[\s\p{Z}]+', ' ', 'g')
);

create or replace macro fold(name) as strip_accents(replace(lower(tidy(name)), 'đ', 'd'));

-- What a name may begin with to say its kind, in lower case, with and without accents, the
-- longest first: "thôn ", "thon ", "t." ... A table: it changes with the reference data only.
-- tier: village, or unit for every level above.
create or replace table place_prefix as
select
    if(level = 'village', 'village', 'unit') as tier,
    list({'kind': kind, 'prefix': prefix} order by length(prefix) desc, prefix) as prefixes
from (
    select distinct kind, level, unnest([written, strip_accents(replace(written, 'đ', 'd'))])
        as prefix
    from (
        select kind, level, if(ends_with(spelling, '.'), spelling, spelling || ' ') as written
        from place_kind
    )
)
group by 1;

-- A name apart, as kind ("xã", "thôn" ..., '' without one) and key: the rest of it, folded.
-- prefixes_ is the tier's row of place_prefix. (list_transform names what is used twice.)
create or replace macro place_name(name, prefixes_) as list_transform(
    [lower(tidy(name))],
    lambda written: list_transform(
        [list_filter(
            prefixes_, lambda p: starts_with(written, p.prefix) and written <> p.prefix
        )[1]],
        lambda found: {
            'kind': coalesce(found.kind, ''),
            'key': fold(substr(written, 1 + length(coalesce(found.prefix, ''))))
        }
    )[1]
)[1];

-- May two names be one place's? "Xã Đức Hợp" and "đức hợp" are one, but a kind that both are
-- written with must agree. one, other: place_name of each.
create or replace macro is_alike(one, other) as
one.key = other.key and (one.kind = other.kind or '' in (one.kind, other.kind));

-- How near a spelling is: 3 the same, 2 but for accents and case, 1 but for the kind.
create or replace macro likeness(name, wanted) as case
    when lower(tidy(name)) = lower(tidy(wanted)) then 3
    when fold(name) = fold(wanted) then 2
    else 1
end;

-- A name for ordering: numbers count as numbers (Thôn 2 before Thôn 10). Each run of digits is
-- written in ten. Its first letters decide: of a cell full of them each row would cost a hundredth
-- of a second.
create or replace macro in_order(name) as regexp_replace(
    regexp_replace(left(name, 500), '(\d+)', '0000000000\1', 'g'),
    '\d*(\d{10})(\D|$)', '\1\2', 'g'
);

create or replace macro official_key(name) as regexp_replace(
    fold(name), '^(cong chuc|can bo)\s+(\S)', '\2'
);

-- The unit above the villages that a name or unit_id stands for: the nearest spelling, a
-- commune before the levels above it. NULL when there is none, or several are as near.
create or replace macro unit_named(wanted) as (
    select case when count(distinct n.unit_id) = 1 then any_value(n.unit_id) end
    from (
        select joined_place(u.unit_id) as unit_id
        from (
            select u.unit_id, u.level, u.name, place_name(u.name, k.prefixes) as own, k.asked
            from unit as u
            cross join (
                select prefixes, place_name(wanted, prefixes) as asked
                from place_prefix
                where tier = 'unit'
            ) as k
            where u.level <> 'village'
        ) as u
        where u.unit_id = wanted or is_alike(u.own, u.asked)
        qualify rank() over (
            order by u.unit_id = wanted desc, likeness(u.name, wanted) desc, u.level = 'commune' desc
        ) = 1
    ) as n
);

-- The villages at or below a unit that names stand for, the nearest spelling of each name
-- in each commune; NULL for no names, an empty list for names that nobody bears.
create or replace macro villages_named(unit_, names) as case when len(names) > 0 then (
    select coalesce(list(distinct n.unit_id order by n.unit_id), [])
    from (
        select joined_place(v.unit_id) as unit_id
        from (
            select v.unit_id, v.parent_id, v.name, place_name(v.name, k.prefixes) as own
            from unit as v
            join place_prefix as k on k.tier = 'village'
            where v.level = 'village'
                and joined_place(v.parent_id)
                in (select b.unit from unit_below as b where b.ancestor = unit_)
        ) as v
        join (
            select w.wanted, place_name(w.wanted, k.prefixes) as asked
            from (select unnest(names) as wanted) as w
            join place_prefix as k on k.tier = 'village'
        ) as w on is_alike(v.own, w.asked)
        qualify rank() over (
            partition by w.wanted, v.parent_id order by likeness(v.name, w.wanted) desc
        ) = 1
    ) as n
) end;

-- The codes of the provinces that a name stands for, Vietnamese or English; NULL: all of them.
create or replace macro provinces_named(wanted) as table
select p.code
from province as p
join place_prefix as k on k.tier = 'unit'
where wanted is null
    or place_name(wanted, k.prefixes).key
    in (place_name(p.name_vi, k.prefixes).key, place_name(p.name_en, k.prefixes).key);
