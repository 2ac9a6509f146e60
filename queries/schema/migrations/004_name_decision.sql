-- What people answered when a name was near a known one: written (its words in lower case) is
-- name, or itself, in the unit ('' where it is a unit). A decision of a person, so no import is its source.
create table name_decision (
    kind varchar not null,
    unit varchar not null,
    written varchar not null,
    name varchar not null,
    decided_at timestamp not null
);

-- Names of an import that are near a known one, a row for each candidate; about is the name as
-- name_decision writes it. taken: only accents differ, so it was taken for the candidate.
create table name_question (
    import_id integer not null,
    kind varchar not null,
    unit varchar not null,
    about varchar not null,
    written varchar not null,
    position integer not null,
    candidate varchar not null,
    taken boolean not null
);
