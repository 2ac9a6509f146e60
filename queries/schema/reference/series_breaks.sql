-- Years from which a component can't be compared with earlier ones; '*' is every component.
create or replace table series_break as
select component, year::integer as year, reason_vi, reason_en
from read_csv($path, header = true, all_varchar = true);
