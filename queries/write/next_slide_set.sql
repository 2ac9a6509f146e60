-- The number of the next record of a set of slides.
select coalesce(max(record_id), 0) + 1 from slide_set
