-- The number of the next record that people type.
select coalesce(max(record_id), 0) + 1
from (
    select record_id from remark
    union all select record_id from progress_record
    union all select record_id from decision_record
)
