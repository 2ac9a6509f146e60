-- The stored scores beside the communes and years that they were filled for: of those a small write
-- (dashboard/store/small_writes.py) fills anew the view score takes the newer rows.
alter table score rename to filled_score;

create table filled_scope (unit varchar not null, year integer not null);
