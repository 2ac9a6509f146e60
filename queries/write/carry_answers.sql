-- Answers to questions that a newer sheet of the same forms has no column for.
-- param: import_id INTEGER required: the import just written
-- param: units VARCHAR[] required: unit_ids of the sheet
-- param: year INTEGER required: the survey's year
-- param: sheet VARCHAR required: the sheet written
-- param: first INTEGER required: the first of its rows that were written
-- param: last INTEGER required: the last of them
-- param: questions VARCHAR[] required: the questions that the sheet does have
insert into answer
select n.import_id, n.unit, a.year, a.form, a.question, a.value, a.missing
from respondent as n
join (
    select
        joined_place(r.unit) as unit, r.year, r.form,
        max(r.import_id) as import_id, arg_max(r.unit, r.import_id) as written_unit
    from respondent as r
    join standing_import using (import_id)
    where r.import_id < $import_id::integer
        and joined_place(r.unit) = any($units::varchar[])
        and r.year = $year::integer
    group by 1, r.year, r.form
) as before on before.unit = n.unit and before.year = n.year and before.form = n.form
join answer as a
    on a.import_id = before.import_id and a.unit = before.written_unit and a.year = n.year and a.form = n.form
where n.import_id = $import_id::integer
    and n.sheet = $sheet
    and n.row between $first::integer and $last::integer
    and n.unit = any($units::varchar[])
    and n.year = $year::integer
    and not list_contains($questions::varchar[], a.question)
