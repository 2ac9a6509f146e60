-- Is the identity that of a task which files list and nobody has decided?
-- param: task_id VARCHAR required: its identity
select
    $task_id in (select task_id from joined_task)
    and $task_id not in (select task_id from decision_record)
