-- Standing imports of these very bytes, read with the same options and knowing all that has
-- been decided about the names in them.
-- param: sha256 VARCHAR required: of the file's bytes
-- param: year INTEGER optional: the year that was given
-- param: unit VARCHAR optional: the unit that was given
-- param: layouts VARCHAR[] required: of its tables: an answer given since would change the reading
-- param: complete BOOLEAN required: whether the file was said to be complete
-- param: names VARCHAR[] required: kind and name, in words as name_decision has them, of all names in the file
select import_id
from standing_import as i
where sha256 = $sha256
    and year is not distinct from $year::integer
    and unit is not distinct from $unit
    and (complete or not $complete)
    and not exists (
        select 1
        from column_meaning as m
        where list_contains($layouts::varchar[], m.layout) and m.decided_at > imported_at
    )
    and not exists (
        select 1
        from name_decision as d
        where d.decided_at > i.imported_at and list_contains($names::varchar[], d.kind || ' ' || d.written)
    )
