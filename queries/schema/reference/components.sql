-- The index tree: PAPI, dimensions, sub-dimensions, with the years each is part of it.
create or replace table component as
select
    code,
    parent,
    level,
    name_vi,
    name_en,
    first_year::integer as first_year,
    coalesce(last_year::integer, 9999) as last_year,
    row_number() over ()::integer as position
from read_csv($path, header = true, all_varchar = true);
