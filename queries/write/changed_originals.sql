-- Imported files whose bytes are not those that were imported; of one that names respondents
-- no bytes are kept.
-- grain: one row per import of such a file
select i.import_id, i.file
from import_log as i
join source_file as f using (sha256)
where octet_length(f.content) > 0 and sha256(f.content) <> f.sha256
order by i.import_id
