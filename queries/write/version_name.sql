-- The name under which this version of the store is attached: it is the key of caches.
select current_database()
