-- Names that people have joined: rows keep what their file wrote, what holds now is asked
-- through these. (Asked of single names by the macros; of a table's rows by a left join of
-- joined_to, which has each name once: planning takes a third as long.)

-- What each name stands for by the newest action about it; what an import did goes with it.
create or replace view name_now as
select kind, unit, name, target, deed, action_id
from name_action
where import_id is null or import_id in (select import_id from import_log where not undone)
qualify row_number() over (partition by kind, unit, name order by action_id desc) = 1;

-- The units and villages that were joined to another, with the one that each stands for.
create or replace view joined_to as
select name, target from joined_name where kind <> 'official';

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
