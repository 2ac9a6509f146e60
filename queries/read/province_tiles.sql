-- Where each province stands in the scheme of squares, and its short name.
-- grain: one row per province
select p.name_vi as province, t.label, t.tile_column, t.tile_row
from province_tile as t
join province as p using (code)
order by t.tile_row, t.tile_column
