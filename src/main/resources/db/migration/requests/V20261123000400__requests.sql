create sequence request_number;

create table request (
    number       varchar(40) primary key,
    kind         varchar(30)  not null,
    game         varchar(64),
    team         varchar(40)  not null,
    subject      varchar(200) not null,
    message      text         not null,
    requested_by varchar(64)  not null,
    requested_at timestamptz  not null,
    due_at       timestamptz  not null,
    status       int          not null,
    decided_by   varchar(64),
    decided_at   timestamptz,
    note         text,
    version      bigint       not null
);
create index request_game on request (game, kind, requested_at desc);
create index request_team on request (team, kind, requested_at desc);
create index request_open on request (due_at) where status = 0;
-- one open request of a kind at a time, however many ask at once
create unique index request_one_open on request (kind, team, coalesce(game, ''), subject) where status = 0;

create table request_author (
    number   varchar(40) not null references request,
    username varchar(64) not null,
    primary key (number, username)
);
