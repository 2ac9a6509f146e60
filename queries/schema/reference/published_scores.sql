-- Published sub-dimension scores; an empty score was withheld.
create or replace table reference_score as
select year::integer as year, province_code, component, score::double as score
from read_csv($path, header = true, all_varchar = true);
