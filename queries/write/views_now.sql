-- The views that people keep: number, name, the record that holds; the newest last.
select view_id, name, page, unit, query, record_id
from saved_view_now
order by view_id
