-- Files that were imported as one act have one number; none where a file came alone or before.
alter table import_log add column batch integer;
