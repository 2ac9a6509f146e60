-- Withdraw what was typed of tasks that are gone, and of units and years of which no import is left.
insert into remark by name
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
        '' as remark, true as withdrawn, '' as written_by, now()::timestamp as written_at
    )
from remark_now
where (unit, year) not in (select (unit, year) from import_scope)
    or subject_kind = 'task'
    and subject not in (select task_id from joined_task union all select task_id from decision_now)
