-- The files, sheets and rows that a survey's forms came from.
-- grain: one row per file and sheet
-- param: unit VARCHAR required: name of a commune, or of a unit above it
-- param: year INTEGER required: the survey's year
-- param: village VARCHAR optional: of this village only
select
    i.file as source_file,
    r.sheet as source_sheet,
    min(r.row)::integer as first_row,
    max(r.row)::integer as last_row,
    count(*)::integer as respondents
from current_respondent as r
join unit_below as b on b.unit = r.unit
join import_log as i using (import_id)
where b.ancestor = $unit and r.year = $year::integer
    and ($village is null
        or list_contains(villages_named($unit, [$village]), r.village))
group by i.file, r.sheet
order by i.file, r.sheet
