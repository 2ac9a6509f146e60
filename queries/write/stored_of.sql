-- Which of these bytes are those of an import that stands.
-- param: sha256 VARCHAR[] required: of files' bytes
select distinct sha256 from import_log where not undone and list_contains($sha256::varchar[], sha256)
