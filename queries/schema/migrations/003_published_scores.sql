-- Scores of provinces as imported tables of published scores give them. Append-only;
-- score is NULL where the table says that it was withheld; province is a code (P21).
create table published_score (
    import_id integer not null,
    sheet varchar not null,
    row integer not null,
    cell varchar not null,
    year integer not null,
    province varchar not null,
    component varchar not null,
    score double
);
