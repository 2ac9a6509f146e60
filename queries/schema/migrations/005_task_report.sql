-- A file may report on a task in several tables, a sheet a month: each is a row, the last one holds.
alter table task add column report integer default 0;
