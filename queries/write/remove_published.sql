-- Forget the published index as it is shown, before it is filled anew.
delete from published_component_score
