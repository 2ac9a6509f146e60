-- Names that people have joined: rows keep what their file wrote, what holds now is asked
-- through these. (A scalar map: no join that could multiply rows, and nothing to do where no
-- name is joined.)

-- What each name stands for by the newest action about it; what an import did goes with it.
create or replace view name_now as
select kind, unit, name, target, deed, action_id
from name_action
where import_id is null or import_id in (select import_id from import_log where not undone)
qualify row_number() over (partition by kind, unit, name order by action_id desc) = 1;

-- The unit or village that an id stands for: itself, or the one it was joined to.
create or replace macro joined_place(id) as coalesce(
    (select map(list(j.name), list(j.target)) from joined_name as j where j.kind <> 'official')[id],
    id
);

-- The official that a name stands for in the unit of its row.
create or replace macro joined_official(unit, official) as coalesce(
    (
        select map(list(j.unit || chr(31) || j.name), list(j.target))
        from joined_name as j
        where j.kind = 'official'
    )[unit || chr(31) || official],
    official
);
