-- Every figure of a commune's package as it was signed.
-- key and params: the columns that single out the row and what was asked, as JSON; value: as query
-- prints it.
-- grain: one row per query, its parameters, row and column
-- param: unit VARCHAR required: name of a commune
-- param: period VARCHAR required: 2023-H1 or 2023-Y
-- param: import_id INTEGER optional: of which package (the one that holds)
select f.query, f.key, f."column", f.value, f.params, p.closing, p.as_of, p.fingerprint
from package_figure as f
join standing_package as p using (import_id)
where p.unit = $unit
    and p.period = $period
    and f.import_id = coalesce(
        $import_id::integer,
        (select c.import_id from current_package as c where c.unit = $unit and c.period = $period)
    )
order by f.position
