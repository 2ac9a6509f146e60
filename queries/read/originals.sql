-- Every imported file, newest first, and whether its original is kept: of a survey only a copy
-- without names can be had, and an original may have been taken out.
-- grain: one row per import
select
    i.import_id,
    i.file,
    i.imported_at,
    case
        when coalesce(octet_length(f.content), 0) > 0 then 'original'
        when exists (from import_sheet as s where s.import_id = i.import_id and s.kind = 'answers')
            then 'copy'
        else 'none'
    end as kept,
    coalesce(octet_length(f.content), 0)::bigint as bytes,
    i.sha256
from import_log as i
left join source_file as f using (sha256)
order by i.import_id desc
