-- Why scores of a province that was merged can't be compared, and the first year that is so:
-- {whole} is the province that came of it, {parts} are those of which it was made.
create or replace table merger_reason as
select first_year::integer as year, reason_vi, reason_en
from read_csv($path, header = true, all_varchar = true);
