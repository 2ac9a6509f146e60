-- Is a key trusted for a unit, and is another?
-- param: unit VARCHAR required: unit_id
-- param: public_key VARCHAR required: 64 hexadecimal digits
with newest as (
    select public_key, withdrawn
    from trusted_key
    where joined_place(unit) = joined_place($unit)
    qualify row_number() over (partition by public_key order by record_id desc) = 1
)

select
    count(*) filter (where public_key = $public_key and not withdrawn) > 0 as is_trusted,
    count(*) filter (where public_key <> $public_key and not withdrawn) > 0 as is_another
from newest
