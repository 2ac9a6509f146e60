-- Empty the original of an import; that there was one stays known.
-- param: import_id INTEGER required: the import
update source_file set content = ''::blob
where sha256 = (select sha256 from import_log where import_id = $import_id::integer)
