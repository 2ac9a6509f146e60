-- Sets of slides that people keep under a name; every record, the newest first, also those that
-- newer ones of the same set have replaced (holds: the one that stands).
-- slides: names of slides in the order in which they are shown.
-- grain: one row per record
select
    s.record_id as id,
    s.set_id,
    s.name,
    s.slides,
    s.withdrawn,
    n.record_id is not null as holds,
    s.written_by,
    s.written_at
from slide_set as s
left join slide_set_now as n on n.record_id = s.record_id
order by s.record_id desc
