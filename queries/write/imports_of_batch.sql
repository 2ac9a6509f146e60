-- The imports of a batch that stand, or that were taken back.
-- param: batch INTEGER required: the number of the batch
-- param: undone BOOLEAN required: taken back
select import_id from import_log where batch = $batch::integer and undone = $undone order by import_id
