-- Every import, newest first, with what became of its rows and whether it was taken back.
-- grain: one row per import
select
    i.import_id,
    i.file,
    i.imported_at,
    i.year,
    i.simulated,
    i.complete,
    string_agg(distinct s.kind, ', ' order by s.kind) filter (where s.kind <> 'unknown') as kinds,
    sum(s.rows_read)::integer as rows_read,
    sum(s.rows_imported)::integer as rows_imported,
    sum(s.rows_refused)::integer as rows_refused,
    sum(s.rows_recognised)::integer as rows_recognised,
    i.sha256,
    i.undone,
    coalesce(octet_length(any_value(f.content)) > 0, false) as original_kept,
    i.batch
from import_log as i
join import_sheet as s using (import_id)
left join source_file as f using (sha256)
group by i.import_id, i.file, i.imported_at, i.year, i.simulated, i.complete, i.sha256, i.undone, i.batch
order by i.import_id desc
