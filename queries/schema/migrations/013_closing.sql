-- Periods that were closed, and every figure as it was then: rows are added, never changed, and no
-- import, undo or typed record reaches them. questions: the queries whose answers were frozen.
create table closing (
    unit varchar not null,
    year integer not null,
    period varchar not null,
    closing integer not null,
    closed_at timestamp not null,
    as_of date not null,
    fingerprint varchar not null,
    note varchar not null,
    closed_by varchar not null,
    simulated boolean not null,
    questions varchar[] not null
);

create table closing_figure (
    unit varchar not null,
    period varchar not null,
    closing integer not null,
    position integer not null,
    query varchar not null,
    params varchar not null,
    key varchar not null,
    "column" varchar not null,
    value varchar
);
