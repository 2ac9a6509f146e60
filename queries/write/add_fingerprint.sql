-- Record the fingerprint of the definitions and reference data.
-- param: fingerprint VARCHAR required: a digest of the files
insert into store_fingerprint values ($fingerprint)
