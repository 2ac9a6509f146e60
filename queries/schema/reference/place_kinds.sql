-- The kinds of place with their level and every way of writing them, abbreviations included.
create or replace table place_kind as
select kind, level, spelling
from read_csv($path, header = true, all_varchar = true);
