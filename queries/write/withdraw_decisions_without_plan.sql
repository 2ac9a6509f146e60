-- Withdraw the decisions of plans of which no import is left.
insert into decision_record by name
select
    * replace (
        ((
        select coalesce(max(record_id), 0)
        from (
            select record_id from remark
            union all select record_id from progress_record
            union all select record_id from decision_record
        )
    ) + row_number() over (order by record_id))::integer as record_id,
        true as withdrawn, '' as written_by, now()::timestamp as written_at
    )
from decision_now
where (unit, year) not in (select (unit, year) from import_scope)
