-- Sets of slides that people keep under a name, each record once and never changed: of a set the
-- newest holds, and one that is withdrawn says that it is none any more.

-- slides: names of slides in the order in which they are shown.
create table slide_set (
    record_id integer not null,
    set_id integer not null,
    name varchar not null,
    slides varchar[] not null,
    withdrawn boolean not null,
    written_by varchar not null,
    written_at timestamp not null
);
