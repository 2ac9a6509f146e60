-- A square for each of the 63 provinces, roughly where it lies: no map, a scheme.
create or replace table province_tile as
select code, label, tile_column::integer as tile_column, tile_row::integer as tile_row
from read_csv($path, header = true, all_varchar = true);
