-- The units above the villages, each with how it is shown.
select u.unit_id, u.level, u.name, u.parent_id, s.shown
from current_unit as u
join shown_unit as s using (unit_id)
where u.level <> 'village'
order by u.unit_id
