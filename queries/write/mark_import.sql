-- Mark an import as taken back, or as standing.
-- param: import_id INTEGER required: the import
-- param: undone BOOLEAN required: taken back
update import_log set undone = $undone where import_id = $import_id::integer
