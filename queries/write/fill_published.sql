-- The published index as the imports that stand and the reference have it now.
insert into published_component_score by name
select * from published_now order by year, component, province
