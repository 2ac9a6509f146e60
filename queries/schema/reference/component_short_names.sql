-- Names of at most 36 letters for charts.
create or replace table component_short_name as
select code, short_vi, short_en
from read_csv($path, header = true, all_varchar = true);
