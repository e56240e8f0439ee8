create table report_job (
    id         uuid         primary key,
    kind       varchar(20)  not null,
    game       varchar(64)  not null,
    filter     text         not null,
    asked_by   varchar(64)  not null,
    locale     varchar(20)  not null,
    status     varchar(10)  not null check (status in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    written    bigint       not null,
    total      bigint,
    bytes      bigint       not null,
    asked_at   timestamptz  not null,
    alive_at   timestamptz,
    expires_at timestamptz
);
create index report_job_waiting on report_job (asked_at) where status in ('QUEUED', 'RUNNING');
create index report_job_expiry on report_job (expires_at) where expires_at is not null;

-- the files, in pieces of a mebibyte
create table report_chunk (
    job    uuid    not null references report_job on delete cascade,
    number integer not null,
    bytes  bytea   not null,
    primary key (job, number)
);
