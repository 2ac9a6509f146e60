-- What people type, each record once and never changed: the newest of a subject holds, and one
-- that is withdrawn says that none does. record_id rises over all three tables together.

alter table remark rename to remark_before;

-- subject_kind: component, official, village or task; kind: shortcoming, cause, responsibility,
-- remedy or note.
create table remark (
    record_id integer not null,
    unit varchar not null,
    year integer not null,
    subject_kind varchar not null,
    subject varchar not null,
    kind varchar not null,
    remark varchar not null,
    withdrawn boolean not null,
    written_by varchar not null,
    written_at timestamp not null
);

insert into remark
select
    row_number() over (order by written_at, remark_id), unit, year, subject_kind, subject,
    'note', remark, false, '', written_at
from remark_before
order by written_at, remark_id;

drop table remark_before;

-- progress: 1 where a done date is; empty: the record says nothing of the state. answers: when the import was
-- made whose question the record answers; answered: what that import said of the task.
create table progress_record (
    record_id integer not null,
    unit varchar not null,
    year integer not null,
    task_id varchar not null,
    progress double,
    done date,
    evidence varchar not null,
    note varchar not null,
    answers timestamp,
    answered varchar not null,
    withdrawn boolean not null,
    written_by varchar not null,
    written_at timestamp not null
);

create table decision_record (
    record_id integer not null,
    unit varchar not null,
    year integer not null,
    task_id varchar not null,
    component varchar,
    decision varchar not null,
    official varchar not null,
    due date not null,
    slide integer,
    withdrawn boolean not null,
    written_by varchar not null,
    written_at timestamp not null
);
