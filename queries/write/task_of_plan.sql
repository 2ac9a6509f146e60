-- Is there such a task in a unit's plan? Its identity if there is.
-- param: unit VARCHAR required: unit_id
-- param: year INTEGER required: the plan's year
-- param: task_id VARCHAR required: its identity
select task_id
from current_task
where unit = $unit and year = $year::integer and task_id = $task_id
