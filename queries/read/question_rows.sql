-- The rows of the imported files that hold the answers to one question in one village.
-- grain: one row per respondent
-- param: unit VARCHAR required: name of the commune
-- param: year INTEGER required: the survey's year
-- param: question VARCHAR required: the question's code in the questionnaire
-- param: village VARCHAR required: name of the village
select
    i.file as source_file,
    a.sheet as source_sheet,
    a.row as source_row,
    a.value as answer,
    case when a.value is null then coalesce(a.missing, 'blank') end as missing,
    a.scaled,
    a.weight
from answers_of($unit, $year::integer, $question) as a
join import_log as i using (import_id)
where list_contains(villages_named($unit, [$village]), a.village)
order by i.file, a.sheet, a.row, a.import_id
