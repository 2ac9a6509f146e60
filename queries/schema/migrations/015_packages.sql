-- Signed packages of communes for the unit above, and the keys that people trust.

-- unit: of this store; sent_unit: its id in the sender's. made_at: when the period was closed, else
-- when its data last changed. closing: none of a period that was not closed.
create table package (
    import_id integer not null,
    unit varchar not null,
    sent_unit varchar not null,
    year integer not null,
    period varchar not null,
    as_of date not null,
    closing integer,
    fingerprint varchar not null,
    made_at timestamp not null,
    program varchar not null,
    public_key varchar not null
);

create table package_figure (
    import_id integer not null,
    position integer not null,
    query varchar not null,
    params varchar not null,
    key varchar not null,
    "column" varchar not null,
    value varchar
);

-- Of the same what other communes' figures are laid beside: scores of the commune as a whole, and
-- how far it has got with its tasks.
create table package_score (
    import_id integer not null,
    year integer not null,
    level varchar not null,
    component varchar not null,
    estimate double,
    std_error double,
    ci_low double,
    ci_high double,
    respondents integer not null,
    df integer not null,
    status varchar not null
);

-- Whether the commune's own two surveys ask the same for the total.
create table package_change (
    import_id integer not null,
    year_from integer not null,
    year_to integer not null,
    is_comparable boolean not null
);

create table package_completion (
    import_id integer not null,
    assigned integer not null,
    done_on_time integer not null,
    done_late integer not null,
    done_undated integer not null,
    in_progress integer not null,
    not_started integer not null,
    overdue integer not null,
    due_by_now integer not null,
    cancelled integer not null,
    components integer not null,
    longest_overdue integer
);

-- Each record once and never changed: of a unit and key the newest holds, and one that is withdrawn
-- says that it is trusted no more.
create table trusted_key (
    record_id integer not null,
    unit varchar not null,
    public_key varchar not null,
    withdrawn boolean not null,
    written_by varchar not null,
    written_at timestamp not null
);
