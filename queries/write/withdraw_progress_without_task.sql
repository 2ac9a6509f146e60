-- Withdraw what was typed of tasks that no import and no decision has any more.
insert into progress_record by name
select
    * exclude (has_state) replace (
        ((
        select coalesce(max(record_id), 0)
        from (
            select record_id from remark
            union all select record_id from progress_record
            union all select record_id from decision_record
        )
    ) + row_number() over (order by record_id))::integer as record_id,
        null as progress, null as done, '' as evidence, '' as note, null as answers,
        true as withdrawn, '' as written_by, now()::timestamp as written_at
    )
from progress_now
where not withdrawn
    and task_id not in (select task_id from joined_task union all select task_id from decision_now)
