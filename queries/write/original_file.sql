-- The bytes of the file that an import read; none of a file that names respondents.
-- param: import_id INTEGER required: the import
select f.content
from import_log as i
join source_file as f using (sha256)
where i.import_id = $import_id::integer
limit 1
