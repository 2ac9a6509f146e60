-- The stored scores, as they are asked: a small write that filled some anew lays its own over them
-- (dashboard/store/small_writes.py).
create or replace view score as
from filled_score;
