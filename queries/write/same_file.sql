-- Standing imports of these very bytes, read with the same options, the oldest first, and
-- whether each knows all that was said since about what its headings mean and its names.
-- param: sha256 VARCHAR required: of the file's bytes
-- param: year INTEGER optional: the year that was given
-- param: unit VARCHAR optional: the unit that was given
-- param: complete BOOLEAN required: whether the file was said to be complete
-- param: layouts VARCHAR[] required: of its tables: an answer given since would change the reading
-- param: names VARCHAR[] required: kind and name, in words as name_decision has them, of all names in the file
select
    i.import_id,
    not exists (
        select 1
        from column_meaning as m
        where m.decided_at > i.imported_at and list_contains($layouts::varchar[], m.layout)
    ) as knows_layouts,
    not exists (
        select 1
        from name_decision as d
        where d.decided_at > i.imported_at
            and list_contains($names::varchar[], d.kind || ' ' || d.written)
            and (d.unit = 'file:' || $sha256 or not starts_with(d.unit, 'file:'))
    )
    -- the rows of a file stand in the unit that its own stood for when it was imported
    and not exists (
        select 1
        from name_action as a
        join import_scope as s on s.unit in (a.name, a.target, a.before)
        where a.kind = 'unit' and a.acted_at > i.imported_at and s.import_id = i.import_id
    ) as knows_names
from standing_import as i
where i.sha256 = $sha256
    and i.year is not distinct from $year::integer
    and i.unit is not distinct from $unit
    and (i.complete or not $complete)
order by i.import_id
