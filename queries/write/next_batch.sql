-- The number of the batch about to be imported; only a writer holding the lock asks.
select coalesce(max(batch), 0) + 1 from import_log
