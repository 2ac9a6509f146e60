-- The tables of the store. Types and NOT NULL only, as DuckLake has no keys: identity is
-- kept by the importing code. Imported rows are append-only and carry import_id; what is
-- current is a view (definitions/10_current.sql), so an import can be undone by itself.

create table schema_version (
    version integer not null,
    name varchar not null,
    applied_at timestamp not null
);

create table store_fingerprint (fingerprint varchar not null);

-- One row per committed import; import_id rises with time.
create table import_log (
    import_id integer not null,
    file varchar not null,
    sha256 varchar not null,
    imported_at timestamp not null,
    year integer,
    unit varchar,
    complete boolean not null,
    simulated boolean not null,
    undone boolean not null
);

-- The file itself, so that nothing the office gave is ever lost.
create table source_file (sha256 varchar not null, content blob not null);

create table import_sheet (
    import_id integer not null,
    sheet varchar not null,
    kind varchar not null,
    rows_read integer not null,
    rows_imported integer not null,
    rows_refused integer not null,
    rows_recognised integer not null
);

-- Which units and years an import's rows of a kind are about.
create table import_scope (
    import_id integer not null,
    kind varchar not null,
    unit varchar not null,
    year integer not null
);

-- Where each field stood: the cell of a value is its column's letter and its row.
create table import_column (
    import_id integer not null,
    sheet varchar not null,
    field varchar not null,
    letter varchar not null,
    label varchar not null
);

create table import_finding (
    import_id integer not null,
    sheet varchar not null,
    cell varchar not null,
    "column" varchar not null,
    value varchar not null,
    code varchar not null,
    severity varchar not null,
    message_vi varchar not null,
    message_en varchar not null
);

-- Every unit and village ever named, as first written; unit_id is readable and lasting.
create table unit (
    unit_id varchar not null,
    level varchar not null,
    name varchar not null,
    parent_id varchar
);

-- What the sheets of units say of them.
create table unit_row (
    import_id integer not null,
    sheet varchar not null,
    row integer not null,
    unit_id varchar not null,
    parent_id varchar,
    valid_from date,
    valid_to date,
    successor varchar,
    official varchar
);

create table question (
    import_id integer not null,
    sheet varchar not null,
    row integer not null,
    unit varchar not null,
    year integer not null,
    code varchar not null,
    component varchar not null,
    text varchar not null,
    low double not null,
    high double not null,
    reversed boolean not null,
    coding varchar not null
);

create table population (
    import_id integer not null,
    sheet varchar not null,
    row integer not null,
    unit varchar not null,
    year integer not null,
    village varchar not null,
    adults integer not null
);

create table respondent (
    import_id integer not null,
    sheet varchar not null,
    row integer not null,
    unit varchar not null,
    year integer not null,
    form varchar not null,
    village varchar not null,
    sex varchar,
    age integer,
    interviewed_on date
);

-- Long form; value is NULL for a missing answer and missing tells why.
create table answer (
    import_id integer not null,
    unit varchar not null,
    year integer not null,
    form varchar not null,
    question varchar not null,
    value double,
    missing varchar
);

create table task (
    import_id integer not null,
    sheet varchar not null,
    row integer not null,
    task_id varchar not null,
    unit varchar not null,
    year integer not null,
    component varchar,
    task varchar not null,
    area varchar not null,
    whole_unit boolean not null,
    due_text varchar not null,
    due date,
    recurring boolean not null,
    product varchar not null,
    progress double,
    done date,
    result_h1 varchar not null,
    result_year varchar not null,
    h1_said_done boolean not null,
    year_said_done boolean not null,
    note varchar not null,
    cancelled boolean not null
);

-- Leads and supporting bodies, one row each, in the order written.
create table task_party (
    import_id integer not null,
    task_id varchar not null,
    role varchar not null,
    position integer not null,
    official varchar not null
);

create table task_village (
    import_id integer not null,
    task_id varchar not null,
    village varchar not null
);

create table activity (
    import_id integer not null,
    sheet varchar not null,
    row integer not null,
    activity_id varchar not null,
    unit varchar not null,
    year integer not null,
    held_on date not null,
    kind varchar not null,
    channel varchar not null,
    subject varchar not null,
    component varchar,
    area varchar not null,
    minutes double,
    times double,
    people double,
    performer varchar not null,
    finding varchar not null,
    remedy varchar not null
);

-- Filled by the scoring macro inside each import; village '' is the whole unit.
create table score (
    unit varchar not null,
    year integer not null,
    village varchar not null,
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

-- What people type on pages, apart from imports: they add rows, imports never touch them.
create table remark (
    remark_id varchar not null,
    unit varchar not null,
    year integer not null,
    subject_kind varchar not null,
    subject varchar not null,
    remark varchar not null,
    written_at timestamp not null
);
