-- Where the time of an attempt went, in milliseconds; null for a phase there was not.
alter table delivery_attempt
    add column name_ms    int,
    add column connect_ms int,
    add column tls_ms     int,
    add column answer_ms  int;

-- Failures are few or soon many; only they are looked for by time.
create index delivery_attempt_failed on delivery_attempt (game, at, id) where outcome <> 'ACKNOWLEDGED' and not mock;
create index delivery_attempt_at on delivery_attempt using brin (at);

-- What the attempts of a whole hour came to, worked out once the hour is over.
create table delivery_endpoint_hour (
    game         varchar(64) not null,
    env          smallint    not null,
    hour         timestamptz not null,
    attempts     bigint      not null,
    acknowledged bigint      not null,
    p50          int         not null,
    p95          int         not null,
    p99          int         not null,
    primary key (game, env, hour)
);
create index delivery_endpoint_hour_last on delivery_endpoint_hour (hour);

-- What happened to an endpoint: a rest, its end, switched off, switched on, mails about it.
create table delivery_endpoint_event (
    id     bigint generated always as identity primary key,
    game   varchar(64)  not null,
    env    smallint     not null,
    at     timestamptz  not null,
    what   varchar(20)  not null,
    detail varchar(200) not null
);
create index delivery_endpoint_event_endpoint on delivery_endpoint_event (game, env, id);

-- Somebody has everything sent again that failed since a time. looked_at, looked_id: how far it has looked.
create table delivery_recovery (
    id           uuid primary key,
    game         varchar(64) not null,
    since        timestamptz not null,
    asked_by     varchar(64) not null,
    asked_at     timestamptz not null,
    looked_at    timestamptz not null,
    looked_id    bigint      not null,
    total        int         not null,
    skipped      int         not null,
    entered_at   timestamptz,
    finished_at  timestamptz,
    acknowledged int
);
create index delivery_recovery_open on delivery_recovery (asked_at) where finished_at is null;
create index delivery_recovery_game on delivery_recovery (game, asked_at);
create table delivery_recovery_item (
    recovery     uuid        not null references delivery_recovery on delete cascade,
    notification uuid        not null,
    skipped      boolean     not null,
    order_no     varchar(64) not null,
    primary key (recovery, notification)
);
