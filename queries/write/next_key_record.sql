-- The number of the next record about a trusted key.
select coalesce(max(record_id), 0) + 1 from trusted_key
