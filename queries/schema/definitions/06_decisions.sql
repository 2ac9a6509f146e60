-- The decisions that hold: of each the newest record, unless it withdraws it.
create or replace view decision_now as
select * replace (joined_place(unit) as unit)
from (
    select *
    from decision_record
    qualify row_number() over (partition by task_id order by record_id desc) = 1
)
where not withdrawn;
