-- Mark an import as one of a batch: files that were imported as one act.
-- param: import_id INTEGER required: the import
-- param: batch INTEGER required: the number of the batch
update import_log set batch = $batch::integer where import_id = $import_id::integer
