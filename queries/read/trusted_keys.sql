-- The keys whose packages are taken without asking, and since when; those withdrawn too.
-- grain: one row per unit and key
select
    u.shown as unit,
    k.public_key,
    not k.withdrawn as holds,
    k.written_at as since,
    k.written_by as "by",
    k.unit as unit_id
from trusted_key as k
join shown_unit as u on u.unit_id = joined_place(k.unit)
qualify row_number() over (partition by k.unit, k.public_key order by k.record_id desc) = 1
order by in_order(u.shown) collate vi, k.unit, k.record_id
