-- The 63 provinces of the published index and what each became on 1/7/2025.
create or replace table province as
select code, name_vi, name_en, successor_from_2025_07_01 as successor
from read_csv($path, header = true, all_varchar = true);
