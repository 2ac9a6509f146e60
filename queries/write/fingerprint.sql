-- Which definitions and reference data the store was brought up to date with.
select fingerprint from store_fingerprint
