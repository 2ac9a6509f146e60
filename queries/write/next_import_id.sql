-- The number of the import about to be written; only a writer holding the lock asks.
select coalesce(max(import_id), 0) + 1 from import_log
