-- Names near a known one about which nobody has said whether they are the same.
-- grain: one row per name in question
-- param: import_id INTEGER optional: of this import only
select
    q.kind,
    coalesce(u.shown, '') as unit,
    q.written,
    list(distinct q.candidate order by q.candidate) as candidates,
    min(q.candidate) filter (where q.taken) as taken,
    max(i.file) as source_file,
    max(q.import_id) as import_id
from name_question as q
join standing_import as i using (import_id)
left join shown_unit as u on u.unit_id = q.unit
where q.import_id = coalesce($import_id::integer, q.import_id)
    and not exists (
        select 1
        from name_decision as d
        where d.kind = q.kind and d.unit = q.unit and d.written = q.about
    )
group by q.kind, q.unit, u.shown, q.written
order by import_id desc, q.kind, unit, q.written, q.unit
