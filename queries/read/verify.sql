-- Rules that the tables can't hold by themselves; an empty answer is a sound store.
-- grain: one row per broken rule and identity
select 'two units with one id' as rule, unit_id as identity from unit group by unit_id having count(*) > 1
union all
select 'village without its commune', unit_id from unit
where level = 'village' and not exists (
    select 1 from unit as p where p.unit_id = unit.parent_id and p.level <> 'village'
)
union all
select 'question without a valid range', unit || ' ' || year || ' ' || code from current_question
where not low < high
union all
select 'answer outside its question''s range', a.unit || ' ' || a.year || ' ' || a.form || ' ' || a.question
from current_respondent as r
join answer as a on a.import_id = r.import_id and a.unit = r.written_unit and a.year = r.year and a.form = r.form
join current_question as q on q.unit = r.unit and q.year = a.year and q.code = a.question
where a.value not between q.low and q.high
union all
select 'more respondents than adults', r.village || ' ' || r.year
from current_respondent as r
join current_population as p on p.unit = r.unit and p.village = r.village and p.year = r.year
group by r.village, r.year, p.adults
having count(*) > p.adults
union all
select 'rows do not add up', import_id || ' ' || sheet from import_sheet
where rows_read <> rows_imported + rows_refused + rows_recognised
union all
select 'import without its file', import_id::varchar from import_log
where sha256 not in (select sha256 from source_file)
union all
select 'published score of no known province', province || ' ' || year || ' ' || component
from current_published_score
where province not in (select code from province)
union all
select 'published score that cannot be', province || ' ' || year || ' ' || component
from current_published_score
where not (score > 0 and score <= 100)
union all
select 'two records with one number', record_id::varchar
from (
    select record_id from remark
    union all select record_id from progress_record
    union all select record_id from decision_record
)
group by record_id having count(*) > 1
union all
select 'record of a done task that is not whole', record_id::varchar from progress_record
where done is not null and progress is distinct from 1
order by rule, identity
