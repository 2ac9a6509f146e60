-- Of a survey no original is kept, nor what findings and headings repeated of it: they may name
-- respondents. What remains of them in the file goes when it is written afresh
-- (dashboard/store/forgetting.py).

-- Where the headings of a sheet's tables end.
create table import_heading (
    import_id integer not null,
    sheet varchar not null,
    heading_row integer not null
);

create table survey_import as
select import_id from import_sheet
group by import_id
having bool_or(kind = 'answers') or bool_and(kind in ('questions', 'population', 'unknown'));

update source_file set content = ''::blob
where sha256 in (select sha256 from import_log semi join survey_import using (import_id));

update import_column set label = '' where import_id in (select import_id from survey_import);

update import_finding set "column" = '', value = '', message_vi = '', message_en = ''
where import_id in (select import_id from survey_import);

drop table survey_import;
