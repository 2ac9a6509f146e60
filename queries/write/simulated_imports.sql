-- Imports of simulated data.
select import_id from import_log where simulated order by import_id
