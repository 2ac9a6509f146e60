-- The name of this version of the store, that of the overlay where one is laid over the attached
-- whole version: it is the key of caches.
select coalesce(getvariable('overlay'), current_database())
