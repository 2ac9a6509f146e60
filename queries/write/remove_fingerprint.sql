-- Forget the old fingerprint.
delete from store_fingerprint
