-- Imported published scores that differ from the program's own reference data by more than 1e-8.
-- grain: one row per year, province and component
-- param: year INTEGER optional: one year only
-- param: province VARCHAR optional: name of a province
select
    s.year,
    p.name_vi as province,
    s.component,
    s.score as imported,
    r.score as reference,
    s.score - r.score as difference,
    i.file as source_file,
    s.sheet as source_sheet,
    s.row as source_row
from current_published_score as s
join reference_component_score as r using (year, province, component)
join standing_import as i using (import_id)
join province as p on p.code = s.province
join component as c on c.code = s.component
where coalesce(abs(s.score - r.score) > 1e-8, (s.score is null) <> (r.score is null))
    and ($year is null or s.year = $year::integer)
    and p.code in (from provinces_named($province))
order by s.year, p.name_vi collate vi, c.position
