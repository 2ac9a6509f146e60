-- Reporting periods of each plan year, and when their reports are due.
create or replace table period as
select period, year::integer as year, starts::date as starts, ends::date as ends, due::date as due
from read_csv($path, header = true, all_varchar = true);
