-- A decision as it stands.
-- param: unit VARCHAR required: unit_id
-- param: year INTEGER required: the plan's year
-- param: task_id VARCHAR required: its identity
select task_id, component, decision, official, due, slide
from decision_now
where unit = $unit and year = $year::integer and task_id = $task_id
