-- What is stored of a survey's file, cell by cell, where each stood: the copy of it without names.
-- param: import_id INTEGER required: the import
with cells as (
    select sheet, row, 'form' as field, form as said, null::double as number, null::date as day
    from respondent where import_id = $import_id::integer
    union all
    select r.sheet, r.row, 'village', u.name, null, null
    from respondent as r join unit as u on u.unit_id = r.village
    where r.import_id = $import_id::integer
    union all
    select r.sheet, r.row, 'unit', u.name, null, null
    from respondent as r join unit as u on u.unit_id = r.unit
    where r.import_id = $import_id::integer
    union all
    select sheet, row, 'sex', sex, null, null from respondent where import_id = $import_id::integer
    union all
    select sheet, row, 'age', null, age, null from respondent where import_id = $import_id::integer
    union all
    select sheet, row, 'date', null, null, interviewed_on
    from respondent where import_id = $import_id::integer
    union all
    select
        r.sheet, r.row, a.question,
        case a.missing when 'dont_know' then 'KB' when 'refused' then 'KTL' when 'impossible' then '…' end,
        a.value, null
    from respondent as r
    join answer as a
        on a.import_id = r.import_id and a.unit = r.unit and a.year = r.year and a.form = r.form
    where r.import_id = $import_id::integer
    union all
    select sheet, row, f.field, f.said, f.number, null
    from (
        select
            sheet, row,
            unnest([
                {'field': 'code', 'said': code, 'number': null::double},
                {'field': 'component', 'said': component, 'number': null::double},
                {'field': 'text', 'said': text, 'number': null::double},
                {'field': 'low', 'said': null::varchar, 'number': low},
                {'field': 'high', 'said': null::varchar, 'number': high},
                {'field': 'direction', 'said': if(reversed, 'Nghịch', 'Thuận'), 'number': null::double},
                {'field': 'coding', 'said': nullif(coding, ''), 'number': null::double}
            ]) as f
        from question
        where import_id = $import_id::integer and row > 0
    ) as asked
    union all
    select p.sheet, p.row, 'village', u.name, null, null
    from population as p join unit as u on u.unit_id = p.village
    where p.import_id = $import_id::integer
    union all
    select p.sheet, p.row, 'unit', u.name, null, null
    from population as p join unit as u on u.unit_id = p.unit
    where p.import_id = $import_id::integer
    union all
    select sheet, row, 'adults', null, adults, null
    from population where import_id = $import_id::integer
)

select distinct c.sheet, c.row, k.letter, c.said, c.number, c.day
from cells as c
join import_column as k on k.sheet = c.sheet and k.field = c.field
where k.import_id = $import_id::integer
    and (c.said is not null or c.number is not null or c.day is not null)
order by c.sheet, c.row, k.letter
