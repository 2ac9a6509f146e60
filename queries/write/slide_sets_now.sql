-- The sets of slides that people keep: number, name, slides, the record that holds; the newest last.
select set_id, name, slides, record_id
from slide_set_now
order by set_id
