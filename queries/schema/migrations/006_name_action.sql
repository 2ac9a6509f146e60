-- What people (or an import: deed import) did with names: name stands for target from then on,
-- for itself where they are the same. Append-only: the newest row of a name holds. name and target are ids of
-- units and villages, an official's name in the unit. before: what it stood for until then. What an
-- import (import_id) did holds while that stands.
create table name_action (
    action_id integer not null,
    deed varchar not null,
    kind varchar not null,
    unit varchar not null,
    name varchar not null,
    target varchar not null,
    before varchar not null,
    undoes integer,
    import_id integer,
    acted_at timestamp not null
);

-- What follows of them: every name that now stands for another, chains followed to their end.
-- Filled anew with every action (queries/write/remove_joined.sql, importing/storing/name_actions.py).
create table joined_name (
    kind varchar not null,
    unit varchar not null,
    name varchar not null,
    target varchar not null
);
