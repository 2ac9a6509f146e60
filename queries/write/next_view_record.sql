-- The number of the next record of a saved view.
select coalesce(max(record_id), 0) + 1 from saved_view
