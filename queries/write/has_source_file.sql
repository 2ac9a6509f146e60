-- Is the file itself stored?
-- param: sha256 VARCHAR required: of the file's bytes
select count(*) > 0 from source_file where sha256 = $sha256
