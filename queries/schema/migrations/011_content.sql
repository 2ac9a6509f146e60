-- What the stored score of a commune is made of (24_scores.sql), so that two years can be compared
-- from stored scores; none of a village's.
alter table filled_score add column content ubigint;
