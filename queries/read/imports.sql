-- Every import that stands, newest first, with what became of its rows.
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
    i.sha256
from standing_import as i
join import_sheet as s using (import_id)
group by i.import_id, i.file, i.imported_at, i.year, i.simulated, i.complete, i.sha256
order by i.import_id desc
