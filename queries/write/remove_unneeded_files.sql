-- Forget the bytes of files that no import needs any more.
delete from source_file where sha256 not in (select sha256 from import_log)
