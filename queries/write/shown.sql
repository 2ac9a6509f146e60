-- Things that people act on, each with a fingerprint of what a page shows of it.
-- param: subject import|batch|task|samples|name|name_action required: what they are
-- param: key VARCHAR optional: which one of them (an import_id, a batch, a task_id; '' of the samples)
select subject, key, state
from shown_thing
where subject = $subject and key = coalesce($key, key)
order by key
