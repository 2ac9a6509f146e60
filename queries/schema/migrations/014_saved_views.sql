-- Views of a page that people keep under a name, each record once and never changed: of a view the
-- newest holds, and one that is withdrawn says that it is none any more.

-- page: its address, '' of the first; unit: unit_id, '' where none was chosen; query: the further
-- choices as they stand in the address.
create table saved_view (
    record_id integer not null,
    view_id integer not null,
    name varchar not null,
    page varchar not null,
    unit varchar not null,
    query varchar not null,
    withdrawn boolean not null,
    written_by varchar not null,
    written_at timestamp not null
);
