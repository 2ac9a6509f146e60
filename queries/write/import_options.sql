-- What a person said of a file when it was imported: the year and the unit, NULL where nothing.
-- param: import_id INTEGER required: the import
select year, unit from import_log where import_id = $import_id::integer
