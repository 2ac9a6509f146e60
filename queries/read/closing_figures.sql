-- Every figure of a closing as it was frozen.
-- key: the columns that single out the query's row, as JSON; value: as query prints it.
-- grain: one row per query, its parameters, row and column
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: period VARCHAR required: 2023-H1 or 2023-Y
-- param: closing INTEGER optional: its number (the newest of the period)
select f.query, f.key, f."column", f.value, f.params, f.closing
from closing_figure as f
where f.unit = $unit
    and f.period = $period
    and f.closing = coalesce(
        $closing::integer,
        (select max(c.closing) from closing as c where c.unit = $unit and c.period = $period)
    )
order by f.position
