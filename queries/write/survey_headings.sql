-- The sheets of a survey's file whose rows are stored, with their columns: field is a question's
-- code or a field of the kind. heading_row: the last row of the headings, NULL where not known.
-- param: import_id INTEGER required: the import
select s.sheet, s.kind, h.heading_row, k.field, k.letter, i.simulated,
    (select max(year) from import_scope where import_id = i.import_id) as year,
    (
        select if(count(distinct o.unit) = 1, any_value(u.name), '')
        from import_scope as o join unit as u on u.unit_id = o.unit
        where o.import_id = i.import_id
    ) as unit
from import_log as i
join import_sheet as s on s.import_id = i.import_id
join import_column as k on k.import_id = i.import_id and k.sheet = s.sheet
left join (
    select sheet, min(heading_row) as heading_row from import_heading
    where import_id = $import_id::integer group by sheet
) as h on h.sheet = s.sheet
where i.import_id = $import_id::integer
    and s.kind in ('answers', 'questions', 'population')
    and k.field not in ('note', 'number', 'timestamp', 'approval')
qualify row_number() over (partition by s.sheet, k.letter order by s.kind) = 1
order by s.sheet, k.letter
