-- The standing import of these very bytes, if there is one.
-- param: sha256 VARCHAR required: of the file's bytes
select p.import_id
from standing_package as p
join import_log as i using (import_id)
where i.sha256 = $sha256
order by p.import_id
