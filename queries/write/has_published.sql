-- Did any of these imports bring published scores?
-- param: import_ids INTEGER[] required: the imports
select count(*) > 0 from published_score where list_contains($import_ids::integer[], import_id)
