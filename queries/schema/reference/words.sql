-- What the words of a result column mean: done, not_done or cancelled.
create or replace table result_word as
select word, value
from read_csv($path, header = true, all_varchar = true)
where list = 'result';
