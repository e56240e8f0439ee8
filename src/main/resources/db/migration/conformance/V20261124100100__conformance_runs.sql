-- Examinations of the games' servers; reports are kept for ever.
create table conformance_run (
    id          uuid primary key,
    game        varchar(64)  not null,
    url         varchar(512) not null,
    form        varchar(10)  not null,
    kind        varchar(10)  not null check (kind in ('MOCK', 'SANDBOX')),
    item        varchar(64)  not null,
    player      varchar(64)  not null,
    started_by  varchar(64)  not null,
    started_at  timestamptz  not null,
    ends_by     timestamptz  not null,
    finished_at timestamptz,
    state       varchar(10)  not null check (state in ('RUNNING', 'DONE', 'CUT_OFF'))
);
create index conformance_run_game on conformance_run (game, started_at desc);
-- one at a time, whichever instance is asked
create unique index conformance_run_under_way on conformance_run (game) where state = 'RUNNING';

create table conformance_line (
    run        uuid        not null references conformance_run,
    position   int         not null,
    check_name varchar(30) not null,
    note       varchar(30) not null,
    verdict    varchar(10) not null,
    primary key (run, position)
);

create table conformance_exchange (
    run        uuid        not null,
    position   int         not null,
    number     int         not null,
    label      varchar(20) not null,
    request    text        not null,
    at         timestamptz not null,
    address    varchar(64),
    millis     int         not null,
    status     smallint    not null,
    form       varchar(10) not null,
    outcome    varchar(12) not null,
    diagnosis  varchar(40) not null,
    detail     varchar(200) not null,
    reply_type varchar(200),
    reply      text        not null,
    primary key (run, position, number),
    foreign key (run, position) references conformance_line
);
