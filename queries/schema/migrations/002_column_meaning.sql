-- What people said a heading means, for tables with the same headings (layout): an office's
-- layout is asked about once. A decision of a person, so no import is its source.
create table column_meaning (
    layout varchar not null,
    heading varchar not null,
    field varchar not null,
    decided_at timestamp not null
);
