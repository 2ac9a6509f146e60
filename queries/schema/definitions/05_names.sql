-- How names are compared: as dashboard/folding.py does (a test holds the two together).

create or replace macro fold(name) as strip_accents(
    replace(lower(trim(regexp_replace(nfc_normalize(name), '\s+', ' ', 'g'))), 'đ', 'd')
);

-- The name without its kind: "Xã Đức Hợp" and "đức hợp" are one unit.
create or replace macro unit_key(name) as regexp_replace(
    fold(name),
    '^(xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tp\.?|tinh|thon|lang|ap|ban|buon|xom|khu pho|khu|to dan pho)\s+',
    ''
);

create or replace macro official_key(name) as regexp_replace(
    fold(name), '^(cong chuc|can bo)\s+', ''
);

-- The best match of a name among the units above the villages, NULL when there is none.
-- An exact spelling wins over a folded one; a commune over the levels above it.
create or replace macro unit_named(wanted) as (
    select u.unit_id
    from unit as u
    where u.level <> 'village' and (u.unit_id = wanted or unit_key(u.name) = unit_key(wanted))
    order by
        u.unit_id = wanted desc,
        lower(u.name) = lower(wanted) desc,
        fold(u.name) = fold(wanted) desc,
        u.level = 'commune' desc,
        u.unit_id
    limit 1
);
