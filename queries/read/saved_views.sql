-- Views of a page that people keep under a name; every record, the newest first, also those that
-- newer ones of the same view have replaced (holds: the one that stands).
-- page: its address, '' of the first; query: the further choices as they stand in the address.
-- grain: one row per record
select
    v.record_id as id,
    v.view_id,
    v.name,
    v.page,
    coalesce(u.shown, '') as unit,
    v.query,
    v.withdrawn,
    n.record_id is not null as holds,
    v.written_by,
    v.written_at,
    joined_place(v.unit) as unit_id
from saved_view as v
left join saved_view_now as n on n.record_id = v.record_id
left join shown_unit as u on u.unit_id = joined_place(v.unit)
order by v.record_id desc
